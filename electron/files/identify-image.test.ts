import { describe, expect, it } from 'vitest'
import { png } from '#tests/support/pictures.ts'
import { identifyImage } from './identify-image.ts'

const refusal = (code: string): unknown => expect.objectContaining({ code })

describe('identifyImage', () => {
  it('identifies a picture by its bytes, whatever its name', () => {
    const bytes = png(40, 30)
    expect(identifyImage(bytes, '../صور\\ملف\u202E.txt')).toEqual({
      hash: expect.stringMatching(/^[0-9a-f]{64}$/u),
      mediaType: 'image/png',
      width: 40,
      height: 30,
      size: bytes.length,
      name: 'ملف.txt',
    })
  })
  it('refuses other files, and a picture that was cut off', () => {
    expect(() => identifyImage(Buffer.from('ليست صورة'), 'a.jpg')).toThrow(refusal('image-unsupported'))
    expect(() => identifyImage(Buffer.alloc(0), 'a.jpg')).toThrow(refusal('image-unsupported'))
    expect(() => identifyImage(png(40, 30).subarray(0, -20), 'a.png')).toThrow(refusal('image-unsupported'))
    expect(() =>
      identifyImage(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'a'),
    ).toThrow(refusal('image-unsupported'))
  })
  it('refuses a picture with too many pixels', () => {
    const bytes = png(4, 4)
    bytes.writeUInt32BE(30_000, 16)
    expect(() => identifyImage(bytes, 'a.png')).toThrow(refusal('image-too-large'))
    expect(() => identifyImage(Buffer.alloc(40 * 1024 * 1024 + 1), 'a.png')).toThrow(refusal('image-too-large'))
  })
})
