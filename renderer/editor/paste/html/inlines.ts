import { isSafeUrl, type Inline, type Link, type Text } from '#core/article/inline.ts'
import { isText } from '#core/article/text-nodes.ts'
import { ANNOTATION } from './annotate.ts'

export type Marks = Pick<Text, 'bold' | 'italic' | 'underline'>

/** The formatting that the elements around a text give it. */
export type Context = { marks: Marks; url: string | null; dir: 'rtl' | 'ltr' | null }

const TAG_MARKS: Readonly<Record<string, keyof Marks>> = {
  B: 'bold',
  STRONG: 'bold',
  I: 'italic',
  EM: 'italic',
  CITE: 'italic',
  U: 'underline',
}

const ATTRIBUTE_MARKS = [
  ['bold', ANNOTATION.bold],
  ['italic', ANNOTATION.italic],
  ['underline', ANNOTATION.underline],
] as const

/** @returns the context inside an element, given the context around it. */
export function contextIn(element: Element, around: Context): Context {
  const marks: Marks = { ...around.marks }
  const mark = TAG_MARKS[element.tagName]
  if (mark !== undefined) marks[mark] = true
  // Styles override elements: Google Docs wraps the whole text in a <b> with `font-weight: normal`.
  for (const [name, attribute] of ATTRIBUTE_MARKS) {
    const value = element.getAttribute(attribute)
    if (value === '1') marks[name] = true
    else if (value === '0') delete marks[name]
  }
  const href = element.tagName === 'A' ? (element.getAttribute('href') ?? '') : ''
  const dir = element.getAttribute('dir')?.toLowerCase()
  const isLink = href.length <= 2048 && isSafeUrl(href)
  // Browsers underline links. That is not formatting by the writer.
  const url = isLink ? href : around.url
  if (url !== null) delete marks.underline
  return {
    marks,
    url,
    dir: dir === 'rtl' || dir === 'ltr' ? dir : around.dir,
  }
}

/** @returns whether an inline is a link to an address, so that the next text of that link can be appended. */
function continues(last: Inline | undefined, url: string): last is Link {
  return last !== undefined && !isText(last) && last.type === 'link' && last.url === url
}

/** Collects the texts of one line. Collapses white space as HTML does and trims the line. */
export class LineBuffer {
  #inlines: Inline[] = []
  #tail = ''

  /** Adds the text of a text node. */
  add(source: string, { marks, url }: Context): void {
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

  /** Adds a line break. @returns true, and adds nothing, for the second in a row: it ends the paragraph. */
  break(): boolean {
    if (this.#tail.endsWith('\n')) return true
    if (this.#tail === '') return false
    this.#trimEnd()
    this.#inlines.push({ text: '\n' })
    this.#tail = '\n'
    return false
  }

  /** Returns the inlines of the line and starts a new one. Null if it had only white space. */
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
      leaf.text = leaf.text.trimEnd()
      if (leaf.text !== '') return
      if (isText(last) || last.children.length === 1) this.#inlines.pop()
      else last.children.pop()
    }
  }
}

/** @returns inlines without bold, for lines that are bold by their type, such as subheads. */
export function withoutBold(inlines: readonly Inline[]): Inline[] {
  const plain = ({ bold: _bold, ...text }: Text): Text => text
  return inlines.map((inline) => {
    if (isText(inline)) return plain(inline)
    return inline.type === 'link' ? { ...inline, children: inline.children.map(plain) } : inline
  })
}
