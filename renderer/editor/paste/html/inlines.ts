import { isSafeUrl, type Inline, type Link, type Text } from '#core/article/inline.ts'
import { isText } from '#core/article/text-nodes.ts'
import { MARKED } from './annotate.ts'

export type Marks = Pick<Text, 'bold' | 'italic' | 'underline'>

/** What the elements around a text say of it. */
export type Around = { marks: Marks; url: string | null; dir: 'rtl' | 'ltr' | null }

const TAG_MARKS: Readonly<Record<string, keyof Marks>> = {
  B: 'bold',
  STRONG: 'bold',
  I: 'italic',
  EM: 'italic',
  CITE: 'italic',
  U: 'underline',
}

const ATTRIBUTE_MARKS = [
  ['bold', MARKED.bold],
  ['italic', MARKED.italic],
  ['underline', MARKED.underline],
] as const

/** @returns what holds inside an element, given what holds around it. */
export function within(element: Element, around: Around): Around {
  const marks: Marks = { ...around.marks }
  const mark = TAG_MARKS[element.tagName]
  if (mark !== undefined) marks[mark] = true
  // A style outweighs the element: Google Docs wraps all of a text in a <b> that is not bold.
  for (const [name, attribute] of ATTRIBUTE_MARKS) {
    const value = element.getAttribute(attribute)
    if (value === '1') marks[name] = true
    else if (value === '0') delete marks[name]
  }
  const href = element.tagName === 'A' ? (element.getAttribute('href') ?? '') : ''
  const dir = element.getAttribute('dir')?.toLowerCase()
  const isLink = href.length <= 2048 && isSafeUrl(href)
  // Links are underlined everywhere; that is no emphasis of the writer's.
  const url = isLink ? href : around.url
  if (url !== null) delete marks.underline
  return {
    marks,
    url,
    dir: dir === 'rtl' || dir === 'ltr' ? dir : around.dir,
  }
}

/** @returns whether two links lead to the same place, so that their words belong together. */
function continues(last: Inline | undefined, url: string): last is Link {
  return last !== undefined && !isText(last) && last.type === 'link' && last.url === url
}

/** Gathers the texts of one line: white space is one space, and none stands at its edges. */
export class LineBuffer {
  #inlines: Inline[] = []
  #tail = ''

  /** Adds text as it stands in the page. */
  add(source: string, { marks, url }: Around): void {
    let text = source.replace(/[\s\u00A0\u200B\uFEFF]+/gu, ' ')
    if (this.#tail === '' || /\s$/u.test(this.#tail)) text = text.replace(/^ /u, '')
    if (text === '') return
    this.#tail = text
    const leaf: Text = { text, ...marks }
    const last = this.#inlines.at(-1)
    if (url === null) this.#inlines.push(leaf)
    else if (continues(last, url)) last.children.push(leaf)
    else this.#inlines.push({ type: 'link', url, children: [leaf] })
  }

  /** A line break within the line. @returns whether it is the second in a row, which ends a paragraph. */
  break(): boolean {
    if (this.#tail.endsWith('\n')) return true
    if (this.#tail === '') return false
    this.#trimEnd()
    this.#inlines.push({ text: '\n' })
    this.#tail = '\n'
    return false
  }

  /** @returns the inlines of the line, and begins another; null when nothing but space was in it. */
  take(): Inline[] | null {
    this.#trimEnd()
    const inlines = this.#inlines
    this.#inlines = []
    this.#tail = ''
    return inlines.length === 0 ? null : inlines
  }

  #trimEnd(): void {
    for (let last = this.#inlines.at(-1); last !== undefined; last = this.#inlines.at(-1)) {
      const leaf = isText(last) ? last : last.children.at(-1)
      if (leaf === undefined) return
      leaf.text = leaf.text.replace(/\s+$/u, '')
      if (leaf.text !== '') return
      if (isText(last) || last.children.length === 1) this.#inlines.pop()
      else last.children.pop()
    }
  }
}

/** @returns the inlines of a line that is heavy by itself, without the bold that says so again. */
export function withoutBold(inlines: readonly Inline[]): Inline[] {
  const plain = ({ bold: _bold, ...text }: Text): Text => text
  return inlines.map((inline) => {
    if (isText(inline)) return plain(inline)
    return inline.type === 'link' ? { ...inline, children: inline.children.map(plain) } : inline
  })
}
