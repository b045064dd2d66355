import { canonicalJson } from './canonical.ts'
import { FORMAT_MARKS, isSafeUrl, type Inline, type Text } from './inline.ts'
import { isFields, type Fields } from './json.ts'
import { isText } from './text-nodes.ts'

/** A text with its marks as they came, but for those that say nothing; half a surrogate pair becomes U+FFFD. */
function toText(node: Fields & { text: string }): Text {
  const bad = FORMAT_MARKS.filter((mark) => Object.hasOwn(node, mark) && node[mark] !== true)
  const text = node.text.toWellFormed()
  if (bad.length === 0 && text === node.text) return node
  const kept = Object.entries(node).filter(([key]) => !bad.some((mark) => mark === key))
  return { ...Object.fromEntries(kept), text }
}

function marksOf({ text: _text, ...marks }: Text): string {
  return canonicalJson(marks)
}

/** What Slate does to neighbouring texts: equal marks join, and an empty text beside another goes. */
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

/** A caret can stand on either side of an inline element only when there is a text. */
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

/** A link or isolate of texts alone; empty it goes, unsafe or around something opaque it leaves its content. */
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
  const unsafe = isLink && (typeof url !== 'string' || url.length > 2048 || !isSafeUrl(url))
  if (unsafe || texts.length !== joinTexts(flat).length) return flat
  if (texts.every(({ text }) => text === '')) return []
  return [{ ...node, children: texts } as Inline]
}

/** Tells which elements are blocks of ours: inside a line they leave their words, and are not kept as opaque. */
type IsKnownBlock = (type: unknown) => boolean

function toInlines(node: unknown, isKnownBlock: IsKnownBlock): Inline[] {
  if (typeof node === 'string') return [{ text: node.toWellFormed() }]
  if (!isFields(node)) return []
  if (typeof node['text'] === 'string') return [toText({ ...node, text: node['text'] })]
  if (isOpaque(node)) return [{ ...node, children: [{ text: '' }] } as Inline]
  if (node['type'] === 'link' || node['type'] === 'ltr') return toElement(node, isKnownBlock)
  if (isKnownBlock(node['type']) && Array.isArray(node['children'])) {
    return node['children'].flatMap((child) => toInlines(child, isKnownBlock))
  }
  return [opaque(node)]
}

/**
 * Brings a line's content into the only shape that the editor and the schema know: texts and inline elements in
 * turn, a text at both ends, nothing empty that need not be. What is not known is kept, opaque.
 * @returns at least one inline; the same content again for content that is already so.
 */
export function normaliseInlines(children: unknown, isKnownBlock: IsKnownBlock): Inline[] {
  const list = Array.isArray(children) ? children : []
  return tidy(list.flatMap((child) => toInlines(child, isKnownBlock)))
}
