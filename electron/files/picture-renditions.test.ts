import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { identifyImage } from './identify-image.ts'
import { scaledPictures } from './picture-renditions.ts'

const grey = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 120, g: 90, b: 60 } } })
const scaled = async (bytes: Buffer) => scaledPictures(bytes, identifyImage(bytes, 'a'))
const sizes = async (bytes: Buffer) => (await scaled(bytes)).map(({ name, width, height }) => [name, width, height])

describe('scaledPictures', () => {
  it('makes a picture smaller, never larger', async () => {
    expect(await sizes(await grey(2000, 1000).jpeg().toBuffer())).toEqual([
      ['1600', 1600, 800],
      ['800', 800, 400],
    ])
    expect(await sizes(await grey(1600, 10).png().toBuffer())).toEqual([['800', 800, 5]])
    expect(await sizes(await grey(800, 3000).webp().toBuffer())).toEqual([])
  })
  it('turns a picture upright by its orientation', async () => {
    const turned = await grey(1000, 1200).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const [small] = await scaled(turned)
    expect([small?.width, small?.height]).toEqual([800, 667])
    expect((await sharp(small?.bytes).metadata()).orientation ?? 1).toBe(1)
  })
  it('keeps the format, the colour profile and the copyright', async () => {
    const exif = { IFD0: { Copyright: 'Reuters' } }
    const bytes = await grey(900, 300).withIccProfile('p3').withExif(exif).jpeg().toBuffer()
    const meta = await sharp((await scaled(bytes))[0]?.bytes).metadata()
    expect([meta.format, meta.exif?.includes('Reuters')]).toEqual(['jpeg', true])
    expect(meta.icc).toEqual((await sharp(bytes).metadata()).icc)
  })
  it('gives the same bytes every time', async () => {
    const bytes = await grey(900, 300).jpeg().toBuffer()
    expect(await scaled(bytes)).toEqual(await scaled(bytes))
  })
  it('makes no copies of an animated or damaged picture', async () => {
    const frames = [await grey(1000, 10).png().toBuffer(), await grey(1000, 10).negate().png().toBuffer()]
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ delay: [50, 50] })
      .toBuffer()
    expect((await sharp(moving).metadata()).pages).toBe(2)
    expect(await scaled(moving)).toEqual([])
    expect(await scaled(await grey(1000, 10).gif().toBuffer())).toEqual([])
    const whole = await grey(1000, 700).png().toBuffer()
    whole.fill(0, 60, whole.length - 64)
    expect(await scaled(whole)).toEqual([])
  })
})
