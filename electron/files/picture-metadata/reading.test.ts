import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { exifTiff, jpeg, png, webp, xmpPacket } from '#tests/support/pictures.ts'
import { readPictureMetadata } from './picture-metadata.ts'

const utf8 = (text: string) => Buffer.from(text)
const DECLARED = [1, 90, Buffer.from([0x1b, 0x25, 0x47])] as const
const CAPTION = 'مصطفى الكاظمي يلتقي ليز تراس في لندن'
const alt = (language: string, text: string) => `<rdf:li xml:lang="${language}">${text}</rdf:li>`

describe('readPictureMetadata', () => {
  it('returns empty fields for a file without metadata', () => {
    const nothing = { caption: '', credit: '', alt: '', date: '' }
    expect(readPictureMetadata(jpeg())).toEqual(nothing)
    expect(readPictureMetadata(png(4, 4))).toEqual(nothing)
  })
  it('reads Arabic in IPTC, whether it declares UTF-8 or not', () => {
    const iptc = [
      [2, 120, utf8(CAPTION)],
      [2, 110, utf8('رويترز')],
      [2, 80, utf8('أحمد')],
      [2, 55, utf8('20220621')],
    ] as const
    const expected = { caption: CAPTION, credit: 'أحمد / رويترز', alt: '', date: '2022-06-21' }
    expect(readPictureMetadata(jpeg({ iptc: [DECLARED, ...iptc] }))).toEqual(expected)
    expect(readPictureMetadata(jpeg({ iptc }))).toEqual(expected)
  })
  it('reads Arabic in windows-1256', () => {
    const iptc = [[2, 120, iconv.encode(CAPTION, 'windows-1256')]] as const
    expect(readPictureMetadata(jpeg({ iptc })).caption).toBe(CAPTION)
  })
  it('prefers Arabic among the languages of XMP, and XMP to IPTC', () => {
    const xmp = xmpPacket(
      `<dc:description><rdf:Alt>${alt('x-default', 'Caption')}${alt('ar', CAPTION)}</rdf:Alt></dc:description>` +
        `<photoshop:Credit>أ ف ب</photoshop:Credit><photoshop:DateCreated>2022-06-21T10:00:00+03:00</photoshop:DateCreated>` +
        `<Iptc4xmpCore:AltTextAccessibility><rdf:Alt>${alt('x-default', 'رجل وامرأة يتصافحان')}</rdf:Alt></Iptc4xmpCore:AltTextAccessibility>`,
    )
    expect(readPictureMetadata(jpeg({ xmp, iptc: [[2, 120, utf8('غيره')]] }))).toEqual({
      caption: CAPTION,
      credit: 'أ ف ب',
      alt: 'رجل وامرأة يتصافحان',
      date: '2022-06-21T10:00:00+03:00',
    })
  })
  it('falls back to IPTC where XMP is damaged or declares entities', () => {
    const iptc = [[2, 120, utf8(CAPTION)]] as const
    for (const xmp of ['<x:xmpmeta><dc:broken</x:xmpmeta>', xmpPacket('<!DOCTYPE a><dc:source>&lol;</dc:source>')]) {
      expect(readPictureMetadata(jpeg({ xmp, iptc })).caption).toBe(CAPTION)
    }
  })
  it('falls back to EXIF, but not to descriptions that cameras write by themselves', () => {
    const artist = [0x013b, utf8('ليلى\0')] as const
    const exif = exifTiff([[0x010e, utf8(`${CAPTION}\0`)], artist])
    expect(readPictureMetadata(jpeg({ exif }))).toEqual({ caption: CAPTION, credit: 'ليلى', alt: '', date: '' })
    const camera = exifTiff([[0x010e, utf8('OLYMPUS DIGITAL CAMERA\0')], artist])
    expect(readPictureMetadata(jpeg({ exif: camera })).caption).toBe('')
  })
  it('inflates eight packets of a PNG at most, so that thousands of bombs do no harm', () => {
    const packet = (text: Buffer | string): Buffer => {
      const content = Buffer.concat([Buffer.from('iTXtXML:com.adobe.xmp\0\u0001\0\0\0', 'latin1'), deflateSync(text)])
      const length = Buffer.alloc(4)
      length.writeUInt32BE(content.length - 4)
      return Buffer.concat([length, content, Buffer.alloc(4)])
    }
    const bomb = packet(Buffer.alloc(2_000_000))
    const sound = packet(xmpPacket('<photoshop:Credit>رويترز</photoshop:Credit>'))
    const after = (bombs: number): Buffer => {
      const whole = png(4, 4)
      return Buffer.concat([
        whole.subarray(0, 33),
        ...Array.from({ length: bombs }, () => bomb),
        sound,
        whole.subarray(33),
      ])
    }
    expect(readPictureMetadata(after(7)).credit).toBe('رويترز')
    expect(readPictureMetadata(after(8)).credit).toBe('')
  })
  it('reads XMP in a WebP', () => {
    expect(readPictureMetadata(webp(xmpPacket('<photoshop:Credit>رويترز</photoshop:Credit>'))).credit).toBe('رويترز')
  })
  it('repairs Arabic that was encoded twice', () => {
    const twice = iconv.encode(iconv.decode(utf8(CAPTION), 'latin1'), 'utf8')
    expect(readPictureMetadata(jpeg({ iptc: [[2, 120, twice]] })).caption).toBe(CAPTION)
  })
  it('falls back to IPTC, without delay, where XMP is nested too deeply', () => {
    const names = Array.from({ length: 1_200 }, (_each, index) => `a${index}`)
    const nested =
      names.map((name) => `<${name} xmlns:${name}="u:${name}">`).join('') +
      names
        .toReversed()
        .map((name) => `</${name}>`)
        .join('')
    const xmp = xmpPacket(`<photoshop:Headline>غيره</photoshop:Headline>${nested}`)
    expect(readPictureMetadata(jpeg({ xmp, iptc: [[2, 120, utf8(CAPTION)]] })).caption).toBe(CAPTION)
  })
  it('never throws, and keeps its limits, whatever the bytes', () => {
    const sound = jpeg({ xmp: xmpPacket('<photoshop:Credit>أ</photoshop:Credit>'), iptc: [[2, 120, utf8(CAPTION)]] })
    fc.assert(
      fc.property(
        fc.nat(sound.length - 1),
        fc.integer({ min: 0, max: 255 }),
        fc.nat(sound.length),
        (at, byte, length) => {
          const harmed = Buffer.from(sound.subarray(0, length))
          if (at < harmed.length) harmed[at] = byte
          const description = readPictureMetadata(harmed)
          expect(description.caption.length).toBeLessThanOrEqual(5000)
          expect(description.credit).not.toMatch(/\p{Cc}/u)
        },
      ),
      { numRuns: 500 },
    )
  })
})
