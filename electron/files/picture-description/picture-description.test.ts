import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { jpeg, png, xmpPacket } from '#tests/support/pictures.ts'
import { readPictureDescription } from './picture-description.ts'

const utf8 = (text: string) => Buffer.from(text)
const DECLARED = [1, 90, Buffer.from([0x1b, 0x25, 0x47])] as const
const CAPTION = 'مصطفى الكاظمي يلتقي ليز تراس في لندن'
const alt = (language: string, text: string) => `<rdf:li xml:lang="${language}">${text}</rdf:li>`

describe('a picture', () => {
  it('says nothing when nothing was written into it', () => {
    const nothing = { caption: '', credit: '', alt: '', date: '' }
    expect(readPictureDescription(jpeg())).toEqual(nothing)
    expect(readPictureDescription(png(4, 4))).toEqual(nothing)
  })
  it('tells its IPTC in Arabic, whether it declares UTF-8 or not', () => {
    const iptc = [
      [2, 120, utf8(CAPTION)],
      [2, 110, utf8('رويترز')],
      [2, 80, utf8('أحمد')],
      [2, 55, utf8('20220621')],
    ] as const
    const expected = { caption: CAPTION, credit: 'أحمد / رويترز', alt: '', date: '2022-06-21' }
    expect(readPictureDescription(jpeg({ iptc: [DECLARED, ...iptc] }))).toEqual(expected)
    expect(readPictureDescription(jpeg({ iptc }))).toEqual(expected)
  })
  it('tells the Arabic of old Windows programs', () => {
    const iptc = [[2, 120, iconv.encode(CAPTION, 'windows-1256')]] as const
    expect(readPictureDescription(jpeg({ iptc })).caption).toBe(CAPTION)
  })
  it('tells its XMP in Arabic before any other language, and before its IPTC', () => {
    const xmp = xmpPacket(
      `<dc:description><rdf:Alt>${alt('x-default', 'Caption')}${alt('ar', CAPTION)}</rdf:Alt></dc:description>` +
        `<photoshop:Credit>أ ف ب</photoshop:Credit><photoshop:DateCreated>2022-06-21T10:00:00+03:00</photoshop:DateCreated>` +
        `<Iptc4xmpCore:AltTextAccessibility><rdf:Alt>${alt('x-default', 'رجل وامرأة يتصافحان')}</rdf:Alt></Iptc4xmpCore:AltTextAccessibility>`,
    )
    expect(readPictureDescription(jpeg({ xmp, iptc: [[2, 120, utf8('غيره')]] }))).toEqual({
      caption: CAPTION,
      credit: 'أ ف ب',
      alt: 'رجل وامرأة يتصافحان',
      date: '2022-06-21T10:00:00+03:00',
    })
  })
  it('is heard by its IPTC where its XMP is broken, or declares entities', () => {
    const iptc = [[2, 120, utf8(CAPTION)]] as const
    for (const xmp of ['<x:xmpmeta><dc:broken</x:xmpmeta>', xmpPacket('<!DOCTYPE a><dc:source>&lol;</dc:source>')]) {
      expect(readPictureDescription(jpeg({ xmp, iptc })).caption).toBe(CAPTION)
    }
  })
  it('never harms who reads it, whatever bytes it is made of', () => {
    const sound = jpeg({ xmp: xmpPacket('<photoshop:Credit>أ</photoshop:Credit>'), iptc: [[2, 120, utf8(CAPTION)]] })
    fc.assert(
      fc.property(
        fc.nat(sound.length - 1),
        fc.integer({ min: 0, max: 255 }),
        fc.nat(sound.length),
        (at, byte, length) => {
          const harmed = Buffer.from(sound.subarray(0, length))
          if (at < harmed.length) harmed[at] = byte
          const description = readPictureDescription(harmed)
          expect(description.caption.length).toBeLessThanOrEqual(5000)
          expect(description.credit).not.toMatch(/\p{Cc}/u)
        },
      ),
      { numRuns: 500 },
    )
  })
})
