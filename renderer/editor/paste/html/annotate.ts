/** Marks of ours that stand for what a style said, since styles themselves are never let in. */
export const MARKED = {
  bold: 'data-m-bold',
  italic: 'data-m-italic',
  underline: 'data-m-underline',
  /** `level` and `o` or `u`: an item of one of Word's lists. */
  item: 'data-m-item',
  /** A comment or footnote of Word, whose text is offered. */
  note: 'data-m-note',
} as const

const HEAVY = /font-weight\s*:\s*(bold|bolder|normal|lighter|\d{3})/iu
const SLANTED = /font-style\s*:\s*(italic|oblique|normal)/iu
const LINED = /text-decoration(?:-line)?\s*:\s*([a-z -]+)/iu
const DIRECTION = /(?:^|;)\s*direction\s*:\s*(rtl|ltr)/iu
const HIDDEN = /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/iu
const WORD_LIST = /mso-list\s*:\s*l\d+\s+level(\d)/iu
const WORD_NOTE = /mso-element\s*:\s*(?:comment|footnote|endnote)(?:-list)?\s*(?:;|$)/iu

function set(element: Element, name: string, isOn: boolean): void {
  element.setAttribute(name, isOn ? '1' : '0')
}

function isHeavy(weight: string): boolean {
  return /^(?:bold|bolder)$/iu.test(weight) || Number(weight) >= 600
}

function annotate(element: Element, style: string): void {
  const heavy = HEAVY.exec(style)?.[1]
  if (heavy !== undefined) set(element, MARKED.bold, isHeavy(heavy))
  const slanted = SLANTED.exec(style)?.[1]
  if (slanted !== undefined) set(element, MARKED.italic, slanted.toLowerCase() !== 'normal')
  const lined = LINED.exec(style)?.[1]
  if (lined !== undefined) set(element, MARKED.underline, /underline/iu.test(lined))
  const direction = DIRECTION.exec(style)?.[1]
  if (direction !== undefined && !element.hasAttribute('dir')) element.setAttribute('dir', direction.toLowerCase())
}

/** What stands in front of the words of an item of Word: a bullet, or a number with a sign behind it. */
const ORDINAL = /^[\s\u00A0]*[(]?(?:\d{1,3}|[٠-٩]{1,3}|[a-z]{1,4}|[أ-ي])[.)\-–][\s\u00A0]*$/iu

/** An item of Word is a paragraph; its bullet or number stands in it as text, in conditional comments. */
function annotateItem(element: Element, level: string): void {
  const marks = [...element.querySelectorAll<HTMLElement>('[style]')].filter((each) =>
    /mso-list\s*:\s*ignore/iu.test(each.getAttribute('style') ?? ''),
  )
  const mark = marks.map((each) => each.textContent).join('')
  for (const each of marks) each.remove()
  element.setAttribute(MARKED.item, `${level}${ORDINAL.test(mark) ? 'o' : 'u'}`)
}

/** The pointers from a text to its comments and footnotes. */
const POINTERS = 'a[href^="#_ftn"], a[href^="#_edn"], a[href^="#_msocom"], a[href^="#_msoanchor"], .MsoCommentReference'

/**
 * Writes what the styles of a pasted page mean into attributes of our own, in a document that is never shown, and
 * takes out what is not seen in it.
 */
export function annotateStyles(body: HTMLElement): void {
  // Nobody sends us these in earnest: they would pass for what we found out ourselves.
  for (const name of Object.values(MARKED))
    for (const each of body.querySelectorAll(`[${name}]`)) each.removeAttribute(name)
  for (const element of body.querySelectorAll(POINTERS)) element.remove()
  for (const element of body.querySelectorAll('[style]')) {
    const style = element.getAttribute('style') ?? ''
    if (HIDDEN.test(style)) {
      element.remove()
      continue
    }
    annotate(element, style)
    if (WORD_NOTE.test(style)) element.setAttribute(MARKED.note, '1')
    const level = WORD_LIST.exec(style)?.[1]
    if (level !== undefined) annotateItem(element, level)
  }
}
