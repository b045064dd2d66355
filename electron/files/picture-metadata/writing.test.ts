import { createHash } from 'node:crypto'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { comparable, HOSTILE_LINES } from '#tests/support/hostile-words.ts'
import { extendedJpeg, jpeg, png, xmpPacket } from '#tests/support/pictures.ts'
import { containerOf } from './containers/container-of.ts'
import { NO_BLOCKS } from './containers/container.ts'
import { parseIptc } from './iptc/datasets.ts'
import { readPictureMetadata, writePictureMetadata } from './picture-metadata.ts'

const WORDS = {
  caption: 'مصطفى الكاظمي يلتقي ليز تراس في لُنْدُنَ 🇮🇶 & «وفدها»',
  credit: 'وكالة الأنباء الفرنسية / أحمد الربيعي',
  alt: 'رجل <و> امرأة يتصافحان',
  date: '2022-06-21T10:00:00+03:00',
}
const PLACE = { IFD0: { Copyright: 'Reuters' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 18/1 44/1' } }

/** One picture of each format, most with a GPS position in EXIF and a colour profile. */
const samples: [kind: string, Buffer][] = []

beforeAll(async () => {
  const raw = Buffer.from(Array.from({ length: 48 * 32 * 3 }, (_each, index) => (index * 7919) % 256))
  const base = () => sharp(raw, { raw: { width: 48, height: 32, channels: 3 } }).withExif(PLACE)
  const frames = await Promise.all(
    [raw, raw.map((byte) => 255 - byte)].map((each) =>
      sharp(each, { raw: { width: 48, height: 32, channels: 3 } })
        .png()
        .toBuffer(),
    ),
  )
  const moving = () => sharp(frames, { join: { animated: true } })
  samples.push(
    ['jpeg', await base().withIccProfile('p3').jpeg().toBuffer()],
    ['progressive jpeg', await base().jpeg({ progressive: true }).toBuffer()],
    ['png', await base().withIccProfile('p3').png().toBuffer()],
    ['webp', await base().withIccProfile('p3').webp().toBuffer()],
    [
      'simple webp',
      await sharp(raw, { raw: { width: 48, height: 32, channels: 3 } })
        .webp()
        .toBuffer(),
    ],
    ['transparent webp', await base().ensureAlpha(0.5).webp({ lossless: true }).toBuffer()],
    [
      'moving webp',
      await moving()
        .webp({ delay: [50, 50] })
        .toBuffer(),
    ],
    ['gif', await base().gif().toBuffer()],
    [
      'moving gif',
      await moving()
        .gif({ delay: [50, 50] })
        .toBuffer(),
    ],
  )
})

function described(bytes: Uint8Array, words = WORDS): Buffer {
  const result = writePictureMetadata(bytes, words)
  if (result === null) throw new Error('not written')
  return Buffer.from(result)
}

const pixels = (bytes: Uint8Array): Promise<Buffer> => sharp(bytes, { animated: true }).raw().toBuffer()
const blocksOf = (bytes: Buffer) => containerOf(bytes)?.read(bytes) ?? NO_BLOCKS
const iptcOf = (bytes: Buffer) => parseIptc(blocksOf(bytes).photoshop).datasets
const valueOf = (bytes: Buffer, number: number): string | undefined =>
  iptcOf(bytes)
    .find((dataset) => dataset.record === 2 && dataset.number === number)
    ?.value.toString('utf8')

describe('writePictureMetadata', () => {
  it('writes what is read back, keeps the pixels, and changes nothing the second time', async () => {
    for (const [kind, bytes] of samples) {
      const once = described(bytes)
      expect(readPictureMetadata(once), kind).toEqual(WORDS)
      expect((await pixels(once)).equals(await pixels(bytes)), kind).toBe(true)
      expect(described(once).equals(once), kind).toBe(true)
    }
  })

  it('keeps the colour profile and the copyright, and removes the GPS position', async () => {
    for (const [kind, bytes] of samples) {
      const before = await sharp(bytes).metadata()
      const after = await sharp(described(bytes)).metadata()
      expect(after.icc, kind).toEqual(before.icc)
      expect(after.pages, kind).toBe(before.pages)
      if (before.exif === undefined) continue
      expect(before.exif.includes(Buffer.from([33, 0, 0, 0, 1, 0, 0, 0, 18])), kind).toBe(true)
      expect(after.exif?.includes('Reuters'), kind).toBe(true)
      expect(after.exif?.includes(Buffer.from([33, 0, 0, 0, 1, 0, 0, 0, 18])), kind).toBe(false)
    }
  })

  it('writes IPTC as WordPress reads it: declared as UTF-8, and cut to the bytes of its fields', () => {
    const bytes = described(jpeg(), { ...WORDS, caption: 'كلمة '.repeat(600) })
    expect(iptcOf(bytes)[0]).toEqual({ record: 1, number: 90, value: Buffer.from([0x1b, 0x25, 0x47]) })
    expect(valueOf(bytes, 110)).toBe('وكالة الأنباء')
    expect(valueOf(bytes, 55)).toBe('20220621')
    expect(valueOf(bytes, 60)).toBe('100000+0300')
    expect(valueOf(bytes, 120)).toBe('كلمة '.repeat(222).trim())
    expect(readPictureMetadata(bytes).caption).toBe('كلمة '.repeat(600).trim())
  })

  it('keeps the metadata of others, encoded as UTF-8', () => {
    const byline = iconv.encode('ليلى الحسن', 'windows-1256')
    const xmp = xmpPacket(
      '<photoshop:City>بغداد</photoshop:City><dc:rights><rdf:Alt><rdf:li xml:lang="x-default">رويترز</rdf:li></rdf:Alt></dc:rights>',
    )
    const bytes = described(jpeg({ iptc: [[2, 80, byline]], xmp }), { ...WORDS, credit: 'ليلى الحسن / رويترز' })
    expect(valueOf(bytes, 80)).toBe('ليلى الحسن')
    const packet = blocksOf(bytes).xmp.toString('utf8')
    expect(packet).toContain('<photoshop:City>بغداد</photoshop:City>')
    expect(packet).toContain('رويترز</rdf:li>')
  })

  it('moves metadata of others that does not fit into one JPEG segment to extended XMP', () => {
    const history = `<photoshop:History>${'تعديل '.repeat(5400)}</photoshop:History>`
    const xmp = xmpPacket(`${history}<photoshop:City>بغداد</photoshop:City>`)
    const caption = 'ض'.repeat(5000)
    const once = described(jpeg({ xmp }), { ...WORDS, caption })
    const extended = Buffer.from('http://ns.adobe.com/xmp/extension/\0', 'latin1')
    const at = once.indexOf(extended)
    const main = blocksOf(once).xmp.toString('utf8')
    const digest = /xmpNote:HasExtendedXMP="([0-9A-F]{32})"/u.exec(main)?.[1] ?? ''
    expect(main).toContain('<photoshop:City>بغداد</photoshop:City>')
    expect(main).not.toContain('History')
    expect(readPictureMetadata(once)).toEqual({ ...WORDS, caption })
    const head = once.subarray(at + extended.length, at + extended.length + 40)
    expect(head.toString('latin1', 0, 32)).toBe(digest)
    const packet = once.subarray(at + extended.length + 40, at + extended.length + 40 + head.readUInt32BE(32))
    expect(head.readUInt32BE(36)).toBe(0)
    expect(createHash('md5').update(packet).digest('hex').toUpperCase()).toBe(digest)
    expect(packet.toString('utf8')).toContain('تعديل '.repeat(5400))
    // The second time nothing changes. With a shorter caption all fits into one segment again.
    expect(described(once, { ...WORDS, caption }).equals(once)).toBe(true)
    const short = described(once)
    expect(short.includes(extended)).toBe(false)
    expect(blocksOf(short).xmp.toString('utf8')).toContain('تعديل '.repeat(5400))
  })

  it('divides extended XMP over several segments, and removes the GPS position from every part', () => {
    const large = (name: string) => `<e:${name} xmlns:e="http://ns.example/e/">${'س'.repeat(30_000)}</e:${name}>`
    const place = '<g:GPSLatitude xmlns:g="http://ns.adobe.com/exif/1.0/">33,18.7N</g:GPSLatitude>'
    // Another program's picture: its extended packet has a GPS position and fills three segments.
    const moved = Buffer.from(xmpPacket(['one', 'two', 'three'].map(large).join('') + place))
    const digest = createHash('md5').update(moved).digest('hex').toUpperCase()
    const pointer = `<n:HasExtendedXMP xmlns:n="http://ns.adobe.com/xmp/note/">${digest}</n:HasExtendedXMP>`
    const other = jpeg({ xmp: xmpPacket(pointer), extended: { digest, packet: moved } })
    const again = described(other)
    expect(again.includes('GPSLatitude')).toBe(false)
    const text = again.toString('latin1').replaceAll(/http:\/\/ns\.adobe\.com\/xmp\/extension\/\0.{40}/gsu, '')
    for (const name of ['one', 'two', 'three']) expect(text).toContain(`<e:${name}`)
    expect(described(again).equals(again)).toBe(true)
  })

  it('divides many small properties of long namespaces without losing one', () => {
    const namespace = `http://ns.example/${'long/'.repeat(60)}`
    const many = fc.array(fc.integer({ min: 200, max: 240 }), { minLength: 118, maxLength: 122 })
    fc.assert(
      fc.property(many, (sizes) => {
        const properties = sizes.map((size, index) => `<e:p${index}>${'س'.repeat(size)}</e:p${index}>`).join('')
        const packet = xmpPacket(properties).replace('<rdf:Description', `<rdf:Description xmlns:e="${namespace}"`)
        const bytes = described(jpeg({ xmp: packet }), { ...WORDS, caption: 'ض'.repeat(5000), alt: 'ض'.repeat(2000) })
        const text = bytes.toString('utf8')
        for (const index of sizes.keys()) expect(text).toContain(`</e:p${index}>`)
        expect(readPictureMetadata(bytes).caption).toBe('ض'.repeat(5000))
      }),
      { numRuns: 5 },
    )
  })

  it('leaves out the largest of more extended XMP than a megabyte', () => {
    const large = (name: string, length: number) => `<a:${name}>${'x'.repeat(length)}</a:${name}>`
    const full = [large('one', 600_000), large('two', 390_000)].join('')
    const whole = described(extendedJpeg(full)).toString('latin1')
    expect([whole.includes('<a:one>'), whole.includes('<a:two>')]).toEqual([true, true])
    // The first packet of this one is so long that a part of it has to move too.
    const bytes = described(extendedJpeg(full, 'urn:a', large('three', 60_000)), {
      ...WORDS,
      caption: 'ض'.repeat(5000),
    })
    const text = bytes.toString('latin1')
    expect(['one', 'two', 'three'].map((name) => text.includes(`<a:${name}>`))).toEqual([false, true, true])
    expect(readPictureMetadata(bytes).caption).toBe('ض'.repeat(5000))
  })

  it('replaces a packet of more elements or namespaces than a program writes', () => {
    const replaced = described(jpeg({ xmp: xmpPacket('') }))
    const withElements = (count: number): Buffer => described(extendedJpeg('<a:b/>'.repeat(count)))
    expect(withElements(29_990).includes('<a:b/><a:b/>')).toBe(true)
    expect(withElements(30_000).equals(replaced)).toBe(true)
    const declarations = Array.from({ length: 500 }, (_each, at) => `<n${at}:b xmlns:n${at}="urn:${at}"/>`).join('')
    expect(described(extendedJpeg(declarations)).equals(replaced)).toBe(true)
  })

  it('replaces a packet that leaves no room for our words', () => {
    const tight = xmpPacket('').replace('<x:xmpmeta', `<x:xmpmeta x:xmptk="${'x'.repeat(64_000)}"`)
    expect(readPictureMetadata(described(jpeg({ xmp: tight })))).toEqual(WORDS)
  })

  it('drops extended XMP that is damaged or belongs to another picture', () => {
    const packet = Buffer.from(xmpPacket('<photoshop:City>بغداد</photoshop:City>'))
    const other = jpeg({ xmp: xmpPacket(''), extended: { digest: 'A'.repeat(32), packet } })
    expect(described(other).equals(described(jpeg({ xmp: xmpPacket('') })))).toBe(true)
  })

  it('removes the GPS position from XMP, and clears fields that are given empty', () => {
    const xmp = xmpPacket(
      '<e:GPSLatitude xmlns:e="http://ns.adobe.com/exif/1.0/">33,18.7N</e:GPSLatitude>' +
        '<dc:description><rdf:Alt><rdf:li xml:lang="ar">اسم مصدر يجب ألا يعرف</rdf:li></rdf:Alt></dc:description>',
    )
    const iptc = [[2, 120, Buffer.from('اسم مصدر يجب ألا يعرف')]] as const
    const bytes = described(jpeg({ xmp, iptc }), { caption: '', credit: '', alt: '', date: '' })
    expect(bytes.includes('GPSLatitude')).toBe(false)
    expect(bytes.includes('اسم مصدر')).toBe(false)
  })

  it('drops data after the end of a JPEG', () => {
    const bytes = described(Buffer.concat([jpeg(), Buffer.from('MotionPhoto GPS 33.3N')]))
    expect(bytes.includes('MotionPhoto')).toBe(false)
    expect(described(jpeg()).equals(bytes)).toBe(true)
  })

  it('keeps the date of the picture when the given one is empty', () => {
    const bytes = jpeg({ iptc: [[2, 55, Buffer.from('20220621')]] })
    expect(readPictureMetadata(described(bytes, { ...WORDS, date: '' })).date).toBe('2022-06-21')
  })

  it('reads back any text that it wrote', () => {
    const words = fc
      .string({
        unit: fc.constantFrom('ا', 'ب', 'ّ', 'َ', ' ', '🇮', '👩‍👩‍👧', '&', '<', '"', 'ﷺ', '\u200F', 'x'),
        maxLength: 1600,
      })
      .map((text) => text.trim().replaceAll(/ {2,}/gu, ' '))
    const pictures = [jpeg(), png(4, 4), ...samples.map(([, bytes]) => bytes)]
    fc.assert(
      fc.property(words, words, words, fc.constantFrom(...pictures), (caption, credit, alt, bytes) => {
        // Without a credit the picture's own rights would stand in for it.
        const all = {
          caption: caption.slice(0, 5000),
          credit: `ر${credit}`.slice(0, 490),
          alt: alt.slice(0, 2000),
          date: '',
        }
        const mended = Object.fromEntries(
          Object.entries(all).map(([key, text]) => [key, text.replace(/\p{Cs}$/u, '').trimEnd()]),
        )
        expect(readPictureMetadata(described(bytes, all))).toEqual(mended)
      }),
      { numRuns: 150 },
    )
  })

  it.each(Object.entries(HOSTILE_LINES))(
    'writes a packet of well-formed XML that says the very words: %s',
    (_name, line) => {
      const once = described(png(4, 4), { caption: line, credit: line, alt: line, date: '' })
      const { caption, credit, alt } = readPictureMetadata(once)
      // A field is shown in one line of its own, and has no characters that turn it.
      const words = comparable(line.replaceAll(/[\u202A-\u202E\uFEFF]/gu, ''))
      expect([caption, credit, alt].map(comparable)).toEqual([words, words, words])
      expect(blocksOf(once).xmp.toString('utf8')).not.toMatch(/[\uFFFE\uFFFF]|(?![\t\n\r])\p{Cc}/u)
    },
  )

  it('writes a caption of five thousand letters whole', () => {
    const caption = 'ض'.repeat(5000)
    for (const [kind, bytes] of samples) {
      expect(readPictureMetadata(described(bytes, { ...WORDS, caption })).caption, kind).toBe(caption)
    }
  })

  it('never throws, whatever the bytes', () => {
    const pictures = samples.map(([, bytes]) => bytes)
    fc.assert(
      fc.property(fc.constantFrom(...pictures), fc.nat(), fc.nat(255), fc.nat(), (sound, at, byte, length) => {
        const harmed = Buffer.from(sound.subarray(0, 1 + (length % sound.length)))
        harmed[at % harmed.length] = byte
        const result = writePictureMetadata(harmed, WORDS)
        if (result !== null) expect(readPictureMetadata(result).caption).toBe(WORDS.caption)
      }),
      { numRuns: 1000 },
    )
  })
})
