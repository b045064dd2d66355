import type { Direction } from '../../article/block.ts'
import type { Inline, Text } from '../../article/inline.ts'
import { isText } from '../../article/text-nodes.ts'
import { trimEndOf } from '../../text/trim.ts'

export type Marks = Pick<Text, 'bold' | 'italic' | 'underline'>

/** A link, and the isolate by rule that it stands in. */
export type LinkAround = { url: string; rule?: object | null }

/** What the elements around a text determine. */
export type Around = {
  marks: Marks
  /** The link around it. Each link is one object, for two neighbouring links may have the same address. */
  link: LinkAround | null
  /** The isolate around it that a rule made, as an object of its own. It is no part of the document. */
  rule: object | null
  /** The isolate around it; one object for each isolate. */
  isolate: object | null
  dir: Direction | null
  /** Whether white space is kept, as in `pre`. */
  isExact: boolean
}

export const NOTHING_AROUND: Around = { marks: {}, link: null, isolate: null, rule: null, dir: null, isExact: false }

/** Collects the inlines of one line. Runs of white space become one space, and the edges are trimmed. */
export class Line {
  #inlines: Inline[] = []
  #owners: (object | null)[] = []
  /** The link around the text before. */
  #link: LinkAround | null = null
  #tail = ''
  readonly #keepsFirstBreak: boolean

  /** @param options whether a line break may begin the line; else it is dropped */
  constructor({ keepsFirstBreak }: { keepsFirstBreak: boolean } = { keepsFirstBreak: false }) {
    this.#keepsFirstBreak = keepsFirstBreak
  }

  get isEmpty(): boolean {
    return this.#inlines.length === 0
  }

  /** Adds a text of the source. */
  add(source: string, { marks, link, isolate, isExact }: Around): void {
    let text = isExact ? source : source.replaceAll(/[ \t\r\n\f]+/gu, ' ')
    if (!isExact && /(?:^|[ \n])$/u.test(this.#tail)) text = text.replace(/^ /u, '')
    if (text === '') return
    this.#tail = text
    this.#push({ text, ...marks }, link, isolate)
  }

  #push(leaf: Text, link: LinkAround | null, isolate: object | null): void {
    const owner = link ?? isolate
    const last = this.#inlines.at(-1)
    const isContinued = owner === this.#owners.at(-1) || isRestOf(link, this.#link)
    this.#link = link
    if (owner !== null && isContinued && last !== undefined && !isText(last)) {
      if (last.type === 'link' || last.type === 'ltr') last.children.push(leaf)
      this.#owners[this.#owners.length - 1] = owner
      return
    }
    this.#owners.push(owner)
    if (link !== null) this.#inlines.push({ type: 'link', url: link.url, children: [leaf] })
    else if (isolate !== null) this.#inlines.push({ type: 'ltr', children: [leaf] })
    else this.#inlines.push(leaf)
  }

  /** Adds a line break. */
  break({ marks, link, isolate }: Around): void {
    if (this.#tail === '' && !this.#keepsFirstBreak) return
    this.#trimEnd(/ /u)
    this.#push({ text: '\n', ...marks }, link, isolate)
    this.#tail = '\n'
  }

  /** @returns the inlines of the line, or null if it is blank; then begins a new line. */
  take(): Inline[] | null {
    this.#trimEnd(/[ \t\r\n\f]/u)
    const inlines = this.#inlines
    this.#inlines = []
    this.#owners = []
    this.#link = null
    this.#tail = ''
    return inlines.length === 0 ? null : inlines
  }

  #trimEnd(space: RegExp): void {
    for (let last = this.#inlines.at(-1); last !== undefined; last = this.#inlines.at(-1)) {
      const leaf = isText(last) ? last : last.type === 'unknown-inline' ? undefined : last.children.at(-1)
      if (leaf === undefined) return
      leaf.text = trimEndOf(leaf.text, space)
      if (leaf.text !== '') return
      if (isText(last) || last.type === 'unknown-inline' || last.children.length === 1) {
        this.#inlines.pop()
        this.#owners.pop()
      } else last.children.pop()
    }
  }
}

/** Whether an export divided one link where an isolate by rule begins or ends. */
function isRestOf(link: LinkAround | null, last: LinkAround | null): boolean {
  if (link === null || last === null) return false
  return last.url === link.url && (last.rule ?? null) !== (link.rule ?? null)
}

/** @returns several lines as one, joined by line breaks. */
export function joinedLines(lines: readonly (readonly Inline[])[]): Inline[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [{ text: '\n' }, ...line]))
}

/** @returns the direction of a line without one: left to right if it has Latin and no Arabic or Hebrew letters. */
export function guessDirection(inlines: readonly Inline[]): Direction {
  const text = inlines
    .map((inline) => (isText(inline) ? inline.text : inline.children.map((each) => each.text).join('')))
    .join('')
  return /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(text) || !/\p{Script=Latin}/u.test(text) ? 'rtl' : 'ltr'
}
