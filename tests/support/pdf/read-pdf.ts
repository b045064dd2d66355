import { execFileSync, spawnSync } from 'node:child_process'
import { getDocument, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Whether poppler is installed. */
export const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0

/** @returns the text that poppler finds in a PDF, as the viewers of Linux search and copy it. */
export function popplerText(pdf: Uint8Array): string {
  return execFileSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], { input: pdf, encoding: 'utf8' })
}

/** @returns the pages of a PDF as poppler draws them, as pixels. */
export function drawnPages(pdf: Uint8Array): Buffer {
  return execFileSync('pdftoppm', ['-r', '100', '-'], { input: pdf, maxBuffer: 256 << 20 })
}

/** Opens a PDF in pdf.js, which is Firefox's reader, and closes it. */
export async function inPdfjs<T>(pdf: Uint8Array, read: (document: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: VerbosityLevel.ERRORS })
  try {
    return await read(await task.promise)
  } finally {
    await task.destroy()
  }
}

/** A piece of a line that pdf.js found, in points from the lower left corner of its page. */
type FoundPiece = { readonly text: string; readonly x: number; readonly width: number; readonly endsLine: boolean }

/** @returns the pieces of every page, in the order of the file, and the width of the page. */
export function pdfjsPages(pdf: Uint8Array): Promise<{ pieces: FoundPiece[]; width: number }[]> {
  return inPdfjs(pdf, (document) =>
    Promise.all(
      Array.from({ length: document.numPages }, async (_each, index) => {
        const page = await document.getPage(index + 1)
        const { items } = await page.getTextContent()
        const pieces = items.flatMap((item) =>
          'str' in item
            ? [{ text: item.str, x: Number(item.transform[4]), width: item.width, endsLine: item.hasEOL }]
            : [],
        )
        return { pieces, width: page.view[2] ?? 0 }
      }),
    ),
  )
}

/** @returns the pieces of right-to-left lines, each line from right to left: the file has them from left to right. */
function fromTheRight(pieces: readonly FoundPiece[]): string {
  const lines: FoundPiece[][] = [[]]
  for (const piece of pieces) {
    lines.at(-1)?.push(piece)
    if (piece.endsLine) lines.push([])
  }
  return lines
    .map((line) =>
      line
        .toSorted((a, b) => b.x - a.x)
        .map(({ text }) => text)
        .join(''),
    )
    .join('\n')
}

/** @returns the text that pdf.js finds on each page of a PDF of right-to-left lines. */
export async function pdfjsTexts(pdf: Uint8Array): Promise<string[]> {
  return (await pdfjsPages(pdf)).map(({ pieces }) => fromTheRight(pieces))
}
