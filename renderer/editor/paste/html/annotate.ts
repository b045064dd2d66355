/** Attributes that record what a style meant. The sanitiser removes the styles and keeps these. */
export const ANNOTATION = {
  bold: 'data-m-bold',
  italic: 'data-m-italic',
  underline: 'data-m-underline',
  /** An item of a Word list: its level from 1, then `o` (ordered) or `u`. */
  item: 'data-m-item',
  /** The text of a Word comment or footnote. */
  note: 'data-m-note',
} as const

const HEAVY = /font-weight\s*:\s*(bold|bolder|normal|lighter|\d{3})/iu
const SLANTED = /font-style\s*:\s*(italic|oblique|normal)/iu
const LINED = /text-decoration(?:-line)?\s*:\s*([a-z -]+)/iu
const DIRECTION = /(?:^|;)\s*direction\s*:\s*(rtl|ltr)/iu
const HIDDEN = /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/iu
const WORD_LIST = /mso-list\s*:\s*l\d+\s+level(\d)/iu
const WORD_NOTE = /mso-element\s*:\s*(?:comment|footnote|endnote)(?:-list)?\s*(?:;|$)/iu

function setFlag(element: Element, name: string, isOn: boolean): void {
  element.setAttribute(name, isOn ? '1' : '0')
}

function isHeavy(weight: string): boolean {
  return /^(?:bold|bolder)$/iu.test(weight) || Number(weight) >= 600
}

function annotate(element: Element, style: string): void {
  const heavy = HEAVY.exec(style)?.[1]
  if (heavy !== undefined) setFlag(element, ANNOTATION.bold, isHeavy(heavy))
  const slanted = SLANTED.exec(style)?.[1]
  if (slanted !== undefined) setFlag(element, ANNOTATION.italic, slanted.toLowerCase() !== 'normal')
  const lined = LINED.exec(style)?.[1]
  if (lined !== undefined) setFlag(element, ANNOTATION.underline, /underline/iu.test(lined))
  const direction = DIRECTION.exec(style)?.[1]
  if (direction !== undefined && !element.hasAttribute('dir')) element.setAttribute('dir', direction.toLowerCase())
}

/** The label of an ordered Word list item: a number or letter with punctuation. Other labels are bullets. */
const ORDINAL = /^[\s\u00A0]*[(]?(?:\d{1,3}|[٠-٩]{1,3}|[a-z]{1,4}|[أ-ي])[.)\-–][\s\u00A0]*$/iu

/** Annotates a paragraph that is a Word list item and removes its label, which Word writes as text. */
function annotateItem(element: Element, level: string): void {
  const labels = [...element.querySelectorAll<HTMLElement>('[style]')].filter((each) =>
    /mso-list\s*:\s*ignore/iu.test(each.getAttribute('style') ?? ''),
  )
  const label = labels.map((each) => each.textContent).join('')
  for (const each of labels) each.remove()
  element.setAttribute(ANNOTATION.item, `${level}${ORDINAL.test(label) ? 'o' : 'u'}`)
}

/** Selects Word's references from the text to its comments and footnotes. */
const REFERENCES =
  'a[href^="#_ftn"], a[href^="#_edn"], a[href^="#_msocom"], a[href^="#_msoanchor"], .MsoCommentReference'

/**
 * Annotates the elements of a pasted page by their styles, and removes hidden elements and references to notes. Must
 * run on a document that is never shown.
 */
export function annotateStyles(body: HTMLElement): void {
  // A page must not be able to set our annotations itself.
  for (const name of Object.values(ANNOTATION))
    for (const each of body.querySelectorAll(`[${name}]`)) each.removeAttribute(name)
  for (const element of body.querySelectorAll(REFERENCES)) element.remove()
  for (const element of body.querySelectorAll('[style]')) {
    const style = element.getAttribute('style') ?? ''
    if (HIDDEN.test(style)) {
      element.remove()
      continue
    }
    annotate(element, style)
    if (WORD_NOTE.test(style)) element.setAttribute(ANNOTATION.note, '1')
    const level = WORD_LIST.exec(style)?.[1]
    if (level !== undefined) annotateItem(element, level)
  }
}
