/** The elements that begin a new line in HTML. */
const BLOCKS = new Set(
  'p h1 h2 h3 h4 h5 h6 li ul ol blockquote figure figcaption div table tr hr aside section cite br'.split(' '),
)

/** The elements whose content is no text, with their ends. */
const CODE: ReadonlyMap<string, RegExp> = new Map([
  ['script', /<\/script\s*>/giu],
  ['style', /<\/style\s*>/giu],
])

const NAME = /<\/?([a-z][a-z0-9]*)\b/iuy

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' }

function decode(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{1,30}));/giu,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? all
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code).toWellFormed() : all
    },
  )
}

/** Finds what ends markup. What was not found once is not behind any later place either, and is not looked for again. */
class Ends {
  readonly #html: string
  readonly #missing = new Set<string>()

  constructor(html: string) {
    this.#html = html
  }

  #known(end: string, find: () => number): number {
    if (this.#missing.has(end)) return -1
    const found = find()
    if (found === -1) this.#missing.add(end)
    return found
  }

  /** @returns the index after an end; -1 if there is none behind a place. */
  after(end: string, from: number): number {
    return this.#known(end, () => {
      const at = this.#html.indexOf(end, from)
      return at === -1 ? -1 : at + end.length
    })
  }

  /** @returns the index after the end of a script or a style sheet; -1 if it has none. */
  afterCode(name: string, from: number): number {
    const end = CODE.get(name)
    if (end === undefined) return -1
    return this.#known(name, () => {
      end.lastIndex = from
      return end.test(this.#html) ? end.lastIndex : -1
    })
  }
}

/** @returns the text between the tags, with a paragraph separator for each tag of a block. Takes linear time. */
function textBetweenTags(html: string): string {
  const ends = new Ends(html)
  const parts: string[] = []
  let at = 0
  for (let tag = html.indexOf('<'); tag !== -1; tag = html.indexOf('<', at)) {
    parts.push(html.slice(at, tag))
    NAME.lastIndex = tag
    const name = NAME.exec(html)?.[1]?.toLowerCase() ?? ''
    const afterComment = html.startsWith('<!--', tag) ? ends.after('-->', tag + 4) : -1
    const afterCode = afterComment === -1 && html[tag + 1] !== '/' ? ends.afterCode(name, tag) : -1
    const after = [afterComment, afterCode, ends.after('>', tag)].find((each) => each !== -1)
    // Without an end it is no tag, and nor is any `<` after it.
    if (after === undefined) return [...parts, html.slice(tag)].join('')
    if (BLOCKS.has(name)) parts.push('\u2029')
    at = after
  }
  return [...parts, html.slice(at)].join('')
}

/**
 * Extracts the text of a CMS's HTML, to compare it with ours. The result is shown as text, never as HTML.
 * @returns one line for each block with words; runs of white space become one space.
 */
export function htmlLines(html: string): string[] {
  return textBetweenTags(html)
    .split('\u2029')
    .map((line) =>
      decode(line)
        .replaceAll(/[\s\u00A0]+/gu, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
}
