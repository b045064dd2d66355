/** The elements that begin a new line in HTML. */
const BLOCKS = /<\/?(?:p|h[1-6]|li|ul|ol|blockquote|figure|figcaption|div|table|tr|hr|aside|section|cite|br)\b[^>]*>/giu

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' }

function decode(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/giu,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? all
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code).toWellFormed() : all
    },
  )
}

/**
 * Extracts the text of a CMS's HTML, to compare it with ours. The result is shown as text, never as HTML.
 * @returns one line for each block with words; runs of white space become one space.
 */
export function htmlLines(html: string): string[] {
  return html
    .replaceAll(/<!--[\s\S]*?-->/gu, '')
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1\s*>/giu, '')
    .replaceAll(BLOCKS, '\u2029')
    .replaceAll(/<[^>]*>/gu, '')
    .split('\u2029')
    .map((line) =>
      decode(line)
        .replaceAll(/[\s\u00A0]+/gu, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
}
