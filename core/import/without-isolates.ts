import type { AnyBlock, Block, TextBlock } from '../article/block.ts'
import type { Inline, Text } from '../article/inline.ts'
import type { Metadata } from '../article/metadata.ts'
import { isContainer, isText, isTextBlock } from '../article/text-nodes.ts'
import { ruleIsolates, withoutRuleIsolates } from '../text/read-isolates.ts'

/** A pair of isolate characters around words. */
const PAIR = /\u2066([^\u2066-\u2069]+)\u2069/u

/** @returns the texts of a line, each once, in order. */
const leavesOf = (inlines: readonly Inline[]): Text[] =>
  inlines.flatMap((inline) => (isText(inline) ? [inline] : inline.children))

/** @returns inlines without the characters at these offsets of the line. */
function withoutOffsets(inlines: readonly Inline[], offsets: ReadonlySet<number>): Inline[] {
  let at = 0
  const shorter = <T extends Text>(leaf: T): T => {
    const start = at
    at += leaf.text.length
    return {
      ...leaf,
      text: leaf.text.replaceAll(/[\u202C\u202D\u2066\u2069]/gu, (sign, place: number) =>
        offsets.has(start + place) ? '' : sign,
      ),
    }
  }
  return inlines.map((inline): Inline => {
    if (isText(inline)) return shorter(inline)
    return inline.type === 'unknown-inline' ? inline : { ...inline, children: inline.children.map(shorter) }
  })
}

/** @returns a text with an isolate of the article for each pair of isolate characters. */
function withLtr(leaf: Text): Inline[] {
  return leaf.text.split(PAIR).flatMap((text, index): Inline[] => {
    // `split` puts what the pair holds at every second place.
    if (index % 2 === 1) return [{ type: 'ltr', children: [{ ...leaf, text }] }]
    return text === '' ? [] : [{ ...leaf, text }]
  })
}

function lineOf(block: TextBlock): TextBlock {
  const text = leavesOf(block.children)
    .map((leaf) => leaf.text)
    .join('')
  if (!text.includes('\u2066')) return block
  const plain = withoutOffsets(block.children, new Set(ruleIsolates(text)))
  return {
    ...block,
    children: plain.flatMap((inline) => (isText(inline) && PAIR.test(inline.text) ? withLtr(inline) : [inline])),
  }
}

function blockOf<B extends AnyBlock>(block: B): B {
  if (isTextBlock(block)) return { ...block, ...lineOf(block) }
  const own = block.type === 'figure' ? { ...block, alt: withoutRuleIsolates(block.alt) } : block
  return isContainer(own) ? { ...own, children: own.children.map((child: AnyBlock) => blockOf(child)) } : own
}

/**
 * Removes the isolate characters that an export wrote into fields without markup, so that what comes back is what went
 * out. The pairs that the writer set become isolates of the article.
 */
export function withoutIsolateCharacters(document: readonly Block[]): Block[] {
  return document.map((block) => blockOf(block))
}

/** @returns metadata without the isolate characters that an export wrote. */
export function metadataWithoutIsolates(metadata: Partial<Metadata>): Partial<Metadata> {
  const entries = Object.entries(metadata).map(([name, value]) => [
    name,
    typeof value === 'string' ? withoutRuleIsolates(value) : value,
  ])
  return Object.fromEntries(entries) as Partial<Metadata>
}
