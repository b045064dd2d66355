import { blockNames, type NamedType } from '../../article/block-names.ts'
import type { LossCode } from '../losses.ts'
import { hasClass, textOf, type HtmlElement, type HtmlNode } from './tree.ts'
import { isHidden } from './within.ts'

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  'p div section article main header footer aside address center pre xmp dialog details summary dl dt dd figcaption caption hgroup fieldset legend body html'.split(
    ' ',
  ),
)
/** Elements whose text no reader sees. */
const GONE = new Set(
  'script style noscript template frame frameset head title meta link base input noembed noframes datalist param source track'.split(
    ' ',
  ),
)
/** Navigation and forms, which are no part of the article. */
const FURNITURE = new Set(['nav', 'form', 'menu', 'button', 'select', 'textarea'])
/** Elements whose text is a fallback for an object. */
const OBJECTS = new Set(['object', 'applet'])
const DRAWINGS = new Set(['svg', 'math', 'canvas'])
/** Elements that load something from elsewhere. */
const MEDIA = new Set(['iframe', 'video', 'audio', 'embed'])
/** The level of a subhead, by its heading. */
const SUBHEADS: Readonly<Record<string, 2 | 3>> = { h1: 2, h2: 2, h3: 3, h4: 3, h5: 3, h6: 3 }

/** The longest text, in UTF-16 units, for which a class counts: some themes put these classes on whole articles. */
const MAX_LINE_TEXT = 1000

/** @returns whether an element stands on lines of its own. */
export function isBlockElement({ name }: HtmlElement): boolean {
  return BLOCKS.has(name) || name === 'li' || /^t[rdh]$/u.test(name)
}

/** @returns whether the text of an element is invisible by its type. */
export function isGone({ name }: HtmlElement): boolean {
  return GONE.has(name)
}

/** @returns whether an element would load something from elsewhere. */
export function isMedia({ name }: HtmlElement): boolean {
  return MEDIA.has(name)
}

/** @returns the level of a subhead that an element is; null for another element. */
export function subheadLevel({ name }: HtmlElement): 2 | 3 | null {
  return SUBHEADS[name] ?? null
}

/** @returns the type that pages, ours among them, say by a class that an element is; null for one that says none. */
export function namedType(node: HtmlElement): { type: NamedType; read: 'line' | 'lines' } | null {
  if (!BLOCKS.has(node.name) && subheadLevel(node) === null) return null
  for (const [type, { element, className, alsoClasses = [], read }] of blockNames()) {
    if (read === 'other' || className === undefined || !hasClass(node, className, ...alsoClasses)) continue
    const isMeant = element === 'aside' ? node.name === element : textOf(node).length <= MAX_LINE_TEXT
    if (isMeant || read === 'lines') return { type, read }
  }
  return null
}

/** @returns the loss under which the words of an element are reported; null for one that is read. */
export function lossOf(node: HtmlElement): LossCode | null {
  const { name, attributes } = node
  if (isHidden(node) || (name === 'dialog' && !('open' in attributes))) return 'hidden-text'
  if (FURNITURE.has(name)) return 'page-furniture'
  if (DRAWINGS.has(name)) return 'drawing'
  if (OBJECTS.has(name)) return 'media'
  return name === 'del' ? 'deleted-text' : null
}

/** Other elements that separate the words around them. */
const PARTING = new Set('br li ul ol tr td th table blockquote figure option button select hr'.split(' '))

/** @returns the visible text of an element as one line. */
export function shownText(node: HtmlElement): string {
  const parts: string[] = []
  const visit = (each: HtmlNode): void => {
    if (each.type === 'text') parts.push(each.text)
    else if (!GONE.has(each.name)) {
      each.children.forEach(visit)
      if (BLOCKS.has(each.name) || PARTING.has(each.name) || SUBHEADS[each.name] !== undefined) parts.push(' ')
    }
  }
  visit(node)
  return parts.join('').replaceAll(/\s+/gu, ' ').trim()
}
