import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Word = { text: string; x: number; y: number }

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" }

/**
 * Reads where words are painted in a PDF, by poppler's `pdftotext -bbox`.
 * @param folder where the file may be written
 * @returns each row from the top of the first page on, its words from left to right
 */
export function pdfRows(pdf: Uint8Array, folder: string): string[] {
  const path = join(folder, 'read.pdf')
  writeFileSync(path, pdf)
  const page = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8', maxBuffer: 64 << 20 })
  return page.split('<page ').flatMap((part) => {
    const words = [
      ...part.matchAll(/<word xMin="([\d.-]+)" yMin="[\d.-]+" xMax="[\d.-]+" yMax="([\d.-]+)">(.*?)<\/word>/gu),
    ]
    const rows: { y: number; words: Word[] }[] = []
    for (const [, x, y, source] of words) {
      const text = (source ?? '').replaceAll(/&([a-z]+|#39);/gu, (whole, name: string) => ENTITIES[name] ?? whole)
      const word = { text, x: Number(x), y: Number(y) }
      // Words in other fonts reach some points higher or lower.
      let row = rows.find((each) => Math.abs(each.y - word.y) < 6)
      if (row === undefined) rows.push((row = { y: word.y, words: [] }))
      row.words.push(word)
    }
    return rows
      .toSorted((a, b) => a.y - b.y)
      .map((row) =>
        row.words
          .toSorted((a, b) => a.x - b.x)
          .map(({ text }) => text)
          .join(' '),
      )
  })
}
