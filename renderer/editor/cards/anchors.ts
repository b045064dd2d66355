import type { Editor } from 'slate'
import { ReactEditor } from 'slate-react'
import { isBlock } from '../query.ts'
import type { CardPlace } from './card-choice.ts'

/** Words, or a block whose view has an attribute of its own for what is proposed. */
const ANCHOR = '[data-card], [data-commented]'

/** @returns the keys of the cards that an element of the text is about, the innermost first */
export function cardsAt(target: EventTarget | Node | null): string[] {
  const start = target instanceof Element ? target : target instanceof Node ? target.parentElement : null
  const keys: string[] = []
  for (let at = start?.closest<HTMLElement>(ANCHOR); at != null; at = at.parentElement?.closest<HTMLElement>(ANCHOR)) {
    keys.push(...keysOf(at))
  }
  return keys
}

function keysOf(element: HTMLElement): string[] {
  const { card, commented } = element.dataset
  return [card, commented].flatMap((keys) => keys?.split(' ') ?? [])
}

/** @returns the elements in the text that belong to a card, in order */
export function elementsOf(page: Element, key: string): HTMLElement[] {
  const name = CSS.escape(key)
  return [...page.querySelectorAll<HTMLElement>(`[data-card~="${name}"], [data-commented~="${name}"]`)]
}

/**
 * @param isWanted which cards count
 * @returns the key of the last card whose words begin before the caret, or of the first that begins after it
 */
export function cardByCaret(
  editor: Editor,
  side: 'before' | 'after',
  isWanted: (key: string) => boolean = () => true,
): string | null {
  const caret = getSelection()?.focusNode ?? null
  const all = [...ReactEditor.toDOMNode(editor, editor).querySelectorAll<HTMLElement>(ANCHOR)]
  const anchors = all.filter((anchor) => keysOf(anchor).some(isWanted))
  if (caret === null) return null
  const isBefore = (anchor: Element): boolean => order(anchor, caret) < 0
  const found = side === 'before' ? anchors.findLast(isBefore) : anchors.find((anchor) => !isBefore(anchor))
  return found === undefined ? null : (keysOf(found).find(isWanted) ?? null)
}

/**
 * Finds where cards stand.
 * @returns the element of each card that has one, in the order of the text; the article itself for the others
 */
export function anchorsOf(editor: Editor, cards: readonly CardPlace[]): Map<string, Element> {
  const page = ReactEditor.toDOMNode(editor, editor)
  const marked = new Map<string, Element>()
  for (const element of page.querySelectorAll<HTMLElement>(ANCHOR)) {
    for (const key of keysOf(element)) if (!marked.has(key)) marked.set(key, element)
  }
  const lost = new Set(cards.flatMap(({ key, block }) => (marked.has(key) || block === null ? [] : [block])))
  const blocks = new Map<string, Element>()
  if (lost.size > 0) {
    for (const [node] of editor.nodes({ at: [], match: (each) => isBlock(each) && lost.has(each.id), mode: 'all' })) {
      if (isBlock(node)) blocks.set(node.id, ReactEditor.toDOMNode(editor, node))
    }
  }
  const found = cards.map(({ key, block }) => ({ key, element: marked.get(key) ?? blocks.get(block ?? '') ?? page }))
  found.sort((one, other) => order(one.element, other.element))
  return new Map(found.map(({ key, element }) => [key, element]))
}

/** Parents come before what is in them: the article before its blocks. */
function order(one: Node, other: Node): number {
  if (one === other) return 0
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}
