import type { AnyBlock } from '../../article/block.ts'
import type { Inline, Text } from '../../article/inline.ts'
import { childBlocks, isText, isTextBlock, delimiterOf } from '../../article/text-nodes.ts'

/** A piece of text with the same marks throughout. */
export type MarkedText = { text: string; marks: ReadonlySet<Mark> }

/** Formatting of words. `other`: a mark that this version does not know. */
export type Mark = 'bold' | 'italic' | 'underline' | 'link' | 'isolate' | 'other'

const KNOWN: ReadonlySet<string> = new Set<Mark>(['bold', 'italic', 'underline'])
/** Comments and suggestions. They are not formatting: a change of one counts as `rest`. */
const REVIEW = /^(?:comment:|suggest)/u

function marksOf(node: Text, around: readonly Mark[]): Set<Mark> {
  const own = Object.keys(node).filter((key) => key !== 'text' && !REVIEW.test(key))
  return new Set([...around, ...own.map((key): Mark => (KNOWN.has(key) ? (key as Mark) : 'other'))])
}

function inlineTexts(inline: Inline): MarkedText[] {
  if (isText(inline)) return [{ text: inline.text, marks: marksOf(inline, []) }]
  const around: Mark[] = inline.type === 'link' ? ['link'] : inline.type === 'ltr' ? ['isolate'] : ['other']
  return inline.children.map((child) => ({ text: child.text, marks: marksOf(child, around) }))
}

/** @returns the text of a block with its marks. The texts concatenate to what `blockText` returns. */
export function markedText(block: AnyBlock): MarkedText[] {
  if (isTextBlock(block)) return block.children.flatMap(inlineTexts).filter(({ text }) => text !== '')
  const between: MarkedText = { text: delimiterOf(block), marks: new Set() }
  return childBlocks(block)
    .map(markedText)
    .filter((texts) => texts.length > 0)
    .flatMap((texts, index) => (index === 0 ? texts : [between, ...texts]))
}

/** @returns the addresses of a block's links, in order. */
export function linkAddresses(block: AnyBlock): string[] {
  if (!isTextBlock(block)) return childBlocks(block).flatMap(linkAddresses)
  return block.children.flatMap((inline) => (!isText(inline) && inline.type === 'link' ? [inline.url] : []))
}
