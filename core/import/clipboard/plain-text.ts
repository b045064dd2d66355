import { MAX_LINE, MAX_LINES, MAX_TEXT } from './limits.ts'

/** @returns whether a window can insert a text as blocks. */
export function isPasteable(text: string): boolean {
  return text.length <= MAX_TEXT && (text.match(/[^\s][\r\n\u2028\u2029]/gu)?.length ?? 0) < MAX_LINES
}

/** Control characters, except tab and line ends. */
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/gu

/** Arabic presentation forms, which PDF files contain. Search cannot match them with normal letters. */
const PRESENTATION_FORMS = /[\uFB50-\uFDFB\uFE70-\uFEFC]+/gu

function clean(text: string): string {
  return text.replace(CONTROLS, '').replace(PRESENTATION_FORMS, (forms) => forms.normalize('NFKC'))
}

/** Cuts a line that is too long for a block, between words where it has several. */
function cut(line: string): string[] {
  const parts: string[] = []
  let rest = line
  while (rest.length > MAX_LINE) {
    const space = rest.lastIndexOf(' ', MAX_LINE)
    const end = space > 0 ? space : MAX_LINE - (/[\uD800-\uDBFF]/u.test(rest.charAt(MAX_LINE - 1)) ? 1 : 0)
    parts.push(rest.slice(0, end))
    rest = rest.slice(end).trimStart()
  }
  return [...parts, rest]
}

/** @returns the non-empty lines of pasted text, trimmed. Lines that a PDF viewer broke are joined again. */
export function pastedLines(text: string): string[] {
  const lines = joinBrokenLines(
    clean(text)
      .split(/\r\n|[\r\n\u2028\u2029]/u)
      .map((line) => line.trim()),
  )
  return lines.flatMap(cut)
}

/** @returns pasted text as one line: line ends become spaces, spaces at the edges are kept. */
export function pastedLine(text: string): string {
  const lines = clean(text).split(/[\r\n\u2028\u2029]/u)
  return lines
    .map((line, index) => (index === 0 ? line : line.trimStart()))
    .map((line, index) => (index === lines.length - 1 ? line : line.trimEnd()))
    .filter((line, index) => line !== '' || index === 0 || index === lines.length - 1)
    .join(' ')
}

const ENDS_SENTENCE = /[.!?؟…:»"”)]$/u
/** Titles have none, neither at their end nor inside; «د.» is an abbreviation. */
const FULL_STOP = /[\p{L}\p{N}]{3}[.۔](?:[»"”)]|\s|$)/u

/** If the longest line is shorter, the lines are titles, names or verses, not broken text. In UTF-16 units. */
const MIN_BROKEN_WIDTH = 40
const MAX_BROKEN_WIDTH = 160

/**
 * Joins lines that a PDF viewer broke at the page width. Text counts as broken if it has a full stop, and at least half of
 * its lines are long and end inside a sentence. An empty line, or a line that ends a sentence well before the width, ends
 * a paragraph. A paragraph is joined only if it ends as a sentence does: several headlines under one another stay lines.
 */
function joinBrokenLines(lines: readonly string[]): string[] {
  const words = lines.filter((line) => line !== '')
  const width = Math.max(0, ...words.map(({ length }) => length))
  const broken = words.filter((line) => !ENDS_SENTENCE.test(line) && line.length > width * 0.7)
  const isText = words.some((line) => FULL_STOP.test(line))
  if (!isText || words.length < 3 || width < MIN_BROKEN_WIDTH || width > MAX_BROKEN_WIDTH) return words
  if (broken.length < words.length / 2) return words
  const paragraphs: string[][] = []
  let isOpen = false
  for (const line of lines) {
    if (line === '') isOpen = false
    else if (isOpen) paragraphs.at(-1)?.push(line)
    else paragraphs.push([line])
    isOpen = line !== '' && !(ENDS_SENTENCE.test(line) && line.length < width * 0.9)
  }
  return paragraphs.flatMap((each) => (ENDS_SENTENCE.test(each.at(-1) ?? '') ? [each.join(' ')] : each))
}
