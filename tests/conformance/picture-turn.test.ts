import { execFileSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { figure, newArticle, separator } from '#core/article/factories.ts'
import type { Orientation, Rendition } from '#core/export/renditions.ts'
import { docxParts } from '#core/export/targets/docx/docx.ts'
import { identifyImage, orientationOf } from '#electron/files/identify-image.ts'
import { counter } from '#tests/support/articles.ts'
import { EDITION } from '#tests/support/edition.ts'
import { hasOffice, officePdf, withoutFooter } from '#tests/support/office.ts'
import { hasPoppler } from '#tests/support/pdf/read-pdf.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const missing = [
  ...(hasOffice ? [] : ['soffice (Debian: libreoffice-writer-nogui)']),
  ...(hasPoppler ? [] : ['pdftoppm (Debian: poppler-utils)']),
]
if (missing.length > 0) console.warn(`SKIPPED: turned pictures in LibreOffice. Missing: ${missing.join(', ')}.`)

const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8] as const satisfies readonly Orientation[]

/** The corners of the picture as it is shown: above from left to right, then below. */
const UPRIGHT = ['red', 'green', 'blue', 'yellow'] as const
const COLOURS = { red: [255, 0, 0], green: [0, 128, 0], blue: [0, 0, 255], yellow: [255, 255, 0] } as const
type Colour = keyof typeof COLOURS

/** As shown. */
const [WIDTH, HEIGHT] = [360, 240]

/** Where the corners of the picture are among the pixels of the file, by EXIF 2.32, tag 274. */
const STORED: Readonly<Record<Orientation, readonly [Colour, Colour, Colour, Colour]>> = {
  1: ['red', 'green', 'blue', 'yellow'],
  2: ['green', 'red', 'yellow', 'blue'],
  3: ['yellow', 'blue', 'green', 'red'],
  4: ['blue', 'yellow', 'red', 'green'],
  5: ['red', 'blue', 'green', 'yellow'],
  6: ['green', 'yellow', 'red', 'blue'],
  7: ['yellow', 'green', 'blue', 'red'],
  8: ['blue', 'red', 'yellow', 'green'],
}

/** @returns a picture of four coloured quarters, which its EXIF turns upright. */
async function turned(orientation: Orientation): Promise<Buffer> {
  const [width, height] = orientation < 5 ? [WIDTH, HEIGHT] : [HEIGHT, WIDTH]
  const quarters = STORED[orientation].map((colour) => COLOURS[colour])
  const pixels = Buffer.from(
    Array.from({ length: width * height }, (_each, at) => {
      const [isRight, isBelow] = [at % width >= width / 2, at >= (width * height) / 2]
      return [...(quarters[Number(isRight) + 2 * Number(isBelow)] ?? [])]
    }).flat(),
  )
  const raw = { width, height, channels: 3 } as const
  return sharp(pixels, { raw }).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer()
}

type Pixels = { readonly data: Buffer; readonly width: number; readonly height: number }

/** @returns which of the four colours a pixel has, as far as JPEG keeps it. */
function colourAt({ data, width }: Pixels, x: number, y: number): Colour | null {
  const at = 3 * (y * width + x)
  const isNear = (name: Colour): boolean =>
    COLOURS[name].every((value, index) => Math.abs(value - (data[at + index] ?? 0)) < 40)
  return UPRIGHT.find(isNear) ?? null
}

const isPainted = ({ data, width }: Pixels, x: number, y: number): boolean =>
  data.subarray(3 * (y * width + x), 3 * (y * width + x) + 3).some((value) => value < 128)

/** @returns the pictures on a page: the corners of each, and its width by its height. */
function picturesOn(page: Pixels): { corners: (Colour | null)[]; ratio: number }[] {
  const columns = (y: number): number[] =>
    Array.from({ length: page.width }, (_each, x) => x).filter((x) => isPainted(page, x, y))
  const rows = Array.from({ length: page.height }, (_each, y) => columns(y))
  const tops = rows.flatMap((row, y) => (row.length > 0 && (rows[y - 1] ?? []).length === 0 ? [y] : []))
  return tops.flatMap((top) => {
    const end = rows.findIndex((row, y) => y > top && row.length === 0)
    const [left = 0, right = 0] = [rows[top]?.[0], rows[top]?.at(-1)]
    const [width, height] = [right - left + 1, (end === -1 ? page.height : end) - top]
    // A line of text.
    if (height < 50) return []
    const corners = [0.25, 0.75].flatMap((down) =>
      [0.25, 0.75].map((across) => colourAt(page, Math.round(left + across * width), Math.round(top + down * height))),
    )
    return [{ corners, ratio: Math.round((10 * width) / height) / 10 }]
  })
}

describe.skipIf(missing.length > 0)('a picture that its EXIF turns', () => {
  it('is upright and not squeezed in LibreOffice, whichever of the eight ways it is turned', async () => {
    const id = counter('turn')
    const files = new Map<string, Rendition>()
    const figures = []
    for (const orientation of ORIENTATIONS) {
      // oxlint-disable-next-line no-await-in-loop -- in their order
      const bytes = await turned(orientation)
      const asset = identifyImage(bytes, 'صورة.jpg')
      expect([asset.width, asset.height, orientationOf(bytes)]).toEqual([WIDTH, HEIGHT, orientation])
      files.set(asset.hash, { name: 'original', width: WIDTH, height: HEIGHT, bytes, orientation })
      figures.push(figure(id, { asset, alt: '', caption: '', credit: '' }), separator(id))
    }
    const renditions = (hash: string): Rendition[] => [files.get(hash) ?? []].flat()
    const parts = docxParts(newArticle('turn', id, figures), { edition: EDITION, renditions })
    const folder = tempFolder()
    writeFileSync(join(folder, 'turn.pdf'), await officePdf(withoutFooter(parts), folder))
    execFileSync('pdftoppm', ['-r', '72', '-png', join(folder, 'turn.pdf'), join(folder, 'page')])
    const found = []
    for (const name of readdirSync(folder)
      .filter((each) => each.endsWith('.png'))
      .toSorted()) {
      // oxlint-disable-next-line no-await-in-loop -- page after page
      const { data, info } = await sharp(join(folder, name)).removeAlpha().raw().toBuffer({ resolveWithObject: true })
      found.push(...picturesOn({ data, width: info.width, height: info.height }))
    }
    expect(found).toEqual(ORIENTATIONS.map(() => ({ corners: [...UPRIGHT], ratio: 1.5 })))
  })
})
