/** More lines than this in one paste stay together in the last paragraph, so that none is lost. */
const MAX_LINES = 2000

/** Control characters that no text needs; tab and line ends are not among them. */
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/gu

/** Letters in a fixed shape, as PDF files have them: the same letter could not be found, nor joined anew. */
const SHAPED = /[\uFB50-\uFDFB\uFE70-\uFEFC]+/gu

function clean(text: string): string {
  return text.replace(CONTROLS, '').replace(SHAPED, (shaped) => shaped.normalize('NFKC'))
}

/** @returns the lines of pasted text that have words in them; edge whitespace goes, nothing else changes. */
export function pastedLines(text: string): string[] {
  const lines = rejoined(
    clean(text)
      .split(/\r\n|[\r\n\u2028\u2029]/u)
      .map((line) => line.trim()),
  )
  if (lines.length <= MAX_LINES) return lines
  return [...lines.slice(0, MAX_LINES - 1), lines.slice(MAX_LINES - 1).join('\n')]
}

/** @returns pasted text as one piece of a line: inner line ends become spaces, edge spaces stay as they are. */
export function pastedLine(text: string): string {
  return clean(text).replace(/\s*[\r\n\u2028\u2029]+\s*/gu, ' ')
}

const ENDS_SENTENCE = /[.!?؟…:»"”)]$/u

/** Shorter lines than this, in UTF-16 units, are titles, names or verses, and no text that was broken to a width. */
const SHORTEST_BROKEN = 40

/**
 * Joins lines that a PDF viewer broke at the width of its page: long ones, most of which end within a sentence. An
 * empty line, or a line that ends its sentence well before the width, ends a paragraph.
 */
function rejoined(lines: readonly string[]): string[] {
  const words = lines.filter((line) => line !== '')
  const width = Math.max(0, ...words.map(({ length }) => length))
  const broken = words.filter((line) => !ENDS_SENTENCE.test(line) && line.length > width * 0.7)
  if (words.length < 3 || width < SHORTEST_BROKEN || width > 160 || broken.length < words.length / 2) return words
  const paragraphs: string[] = []
  let open = false
  for (const line of lines) {
    if (line === '') open = false
    else if (open) paragraphs.push(`${paragraphs.pop() ?? ''} ${line}`)
    else paragraphs.push(line)
    open = line !== '' && !(ENDS_SENTENCE.test(line) && line.length < width * 0.9)
  }
  return paragraphs
}
