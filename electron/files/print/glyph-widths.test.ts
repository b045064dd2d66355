import { PDFDocument, type PDFDict } from 'pdf-lib'
import { expect, it } from 'vitest'
import { readWidths, writtenWidths } from './glyph-widths.ts'

async function fontWith(list: (number | number[])[]): Promise<PDFDict> {
  const { context } = await PDFDocument.create()
  return context.obj({ W: list })
}

it('reads widths one by one and in ranges', async () => {
  const widths = readWidths(await fontWith([3, [253, 0], 10, 12, 500]))
  expect([...widths]).toEqual(
    Object.entries({ 3: 253, 4: 0, 10: 500, 11: 500, 12: 500 }).map(([glyph, width]) => [Number(glyph), width]),
  )
})

it('reads what it has written', async () => {
  const widths = new Map([
    [12, 7],
    [3, 0],
    [4, 253],
  ])
  expect(writtenWidths(widths)).toEqual([3, [0], 4, [253], 12, [7]])
  expect(readWidths(await fontWith(writtenWidths(widths)))).toEqual(widths)
})
