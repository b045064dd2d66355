import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const DOCUMENT = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'keyboard.md'), 'utf8')

/** @returns a section of `docs/keyboard.md`, from its heading to the next one. */
export function sectionOf(heading: string): string {
  const section = DOCUMENT.split(/^## /mu).find((each) => each.startsWith(`${heading}\n`))
  if (section === undefined) throw new Error(`docs/keyboard.md has no section “${heading}”`)
  return section.slice(heading.length)
}

/** @returns the rows of the table in a section, as the texts of their cells, without the head. */
export function tableOf(heading: string): string[][] {
  const rows = sectionOf(heading)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').slice(1, -1))
  return rows.slice(2).map((cells) => cells.map((cell) => cell.trim()))
}

/** @returns the prose of a section as one line, without its tables. */
export function proseOf(heading: string): string {
  const lines = sectionOf(heading).split('\n')
  return lines.filter((line) => !line.startsWith('|')).join(' ')
}
