import { canonicalJson } from './canonical.ts'
import { FORMAT_MARKS, isSafeUrl, isWrapperType, type Inline, type Text } from './inline.ts'
import { isFields, type Fields } from './json.ts'
import { isText } from './text-nodes.ts'

/** Removes formatting marks that are not `true` and replaces lone surrogates by U+FFFD. Other marks stay. */
function toText(node: Fields & { text: string }): Text {
  const invalid = FORMAT_MARKS.filter((mark) => Object.hasOwn(node, mark) && node[mark] !== true)
  const text = node.text.toWellFormed()
  if (invalid.length === 0 && text === node.text) return node
  const kept = Object.entries(node).filter(([key]) => !invalid.some((mark) => mark === key))
  return { ...Object.fromEntries(kept), text }
}

function marksOf({ text: _text, ...marks }: Text): string {
  return canonicalJson(marks)
}

/**
 * Merges neighbouring texts as Slate's normaliser does: equal marks join, and an empty text beside another is removed.
 */
function joinTexts(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const inline of inlines) {
    const previous = joined.at(-1)
    if (previous === undefined || !isText(previous) || !isText(inline)) joined.push(inline)
    else if (marksOf(previous) === marksOf(inline))
      joined.splice(-1, 1, { ...previous, text: previous.text + inline.text })
    else if (previous.text === '') joined.splice(-1, 1, inline)
    else if (inline.text !== '') joined.push(inline)
  }
  return joined
}

/**
 * Puts an empty text on each side of an inline element that has none, as Slate requires: the caret needs a place there.
 */
function withTextsAround(inlines: readonly Inline[]): Inline[] {
  const result: Inline[] = []
  for (const inline of inlines) {
    const previous = result.at(-1)
    if (!isText(inline) && (previous === undefined || !isText(previous))) result.push({ text: '' })
    result.push(inline)
  }
  const last = result.at(-1)
  if (last === undefined || !isText(last)) result.push({ text: '' })
  return result
}

function tidy(inlines: readonly Inline[]): Inline[] {
  return withTextsAround(joinTexts(inlines))
}

const opaque = (original: Fields): Inline => ({
  type: 'unknown-inline',
  original: original as Extract<Inline, { type: 'unknown-inline' }>['original'],
  children: [{ text: '' }],
})

function isOpaque(node: Fields): boolean {
  return node['type'] === 'unknown-inline' && Object.hasOwn(node, 'original')
}

/**
 * Reduces a link or isolate to text children. Removes it when it is empty. Unwraps it when its address is not safe or
 * when it contains an unknown inline element.
 */
function toElement(node: Fields, isKnownBlock: IsKnownBlock): Inline[] {
  const content = (Array.isArray(node['children']) ? node['children'] : []).flatMap((child) =>
    toInlines(child, isKnownBlock),
  )
  const flat = content.flatMap((inline) =>
    isText(inline) || inline.type === 'unknown-inline' ? [inline] : inline.children,
  )
  const texts = joinTexts(flat).filter((inline) => isText(inline))
  const isLink = node['type'] === 'link'
  const { url } = node
  const isUnsafe = isLink && (typeof url !== 'string' || url.length > 2048 || !isSafeUrl(url))
  if (isUnsafe || texts.length !== joinTexts(flat).length) return flat
  if (texts.every(({ text }) => text === '')) return []
  return [{ ...node, children: texts } as Inline]
}

/** Whether a type is a known block. Inside a line, such a block is replaced by its text instead of kept as unknown. */
type IsKnownBlock = (type: unknown) => boolean

function toInlines(node: unknown, isKnownBlock: IsKnownBlock): Inline[] {
  if (typeof node === 'string') return [{ text: node.toWellFormed() }]
  if (!isFields(node)) return []
  if (typeof node['text'] === 'string') return [toText({ ...node, text: node['text'] })]
  if (isOpaque(node)) return [{ ...node, children: [{ text: '' }] } as Inline]
  if (isWrapperType(node['type'])) return toElement(node, isKnownBlock)
  if (isKnownBlock(node['type']) && Array.isArray(node['children'])) {
    return node['children'].flatMap((child) => toInlines(child, isKnownBlock))
  }
  return [opaque(node)]
}

/**
 * Turns any JSON value into the children of a line: texts and inline elements, a text at both ends, and no empty text
 * that Slate does not require. Unknown elements are kept whole.
 * @returns at least one inline; equal content when the given content is valid
 */
export function normaliseInlines(children: unknown, isKnownBlock: IsKnownBlock): Inline[] {
  const list = Array.isArray(children) ? children : []
  return tidy(list.flatMap((child) => toInlines(child, isKnownBlock)))
}
