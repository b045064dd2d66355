import type { Element, Root, RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Block } from '#core/article/block.ts'
import { blocksToHtml } from '#core/export/targets/html/blocks/blocks.ts'
import { separated } from '#core/export/targets/html/blocks/properties.ts'
import { inlinesToHtml } from '#core/export/targets/html/inlines.ts'
import { blockText } from '#core/article/plain-text.ts'
import { isTextBlock } from '#core/article/text-nodes.ts'

/** Ids are for our own pages; in somebody else's they could clash. */
function withoutIds<N extends Root | RootContent>(node: N): N {
  if (node.type === 'element') delete node.properties['id']
  if ('children' in node) for (const child of node.children) withoutIds(child)
  return node
}

/**
 * @param blocks what was selected
 * @param isPart whether it is a part of one line, to be pasted within another
 * @returns clean HTML, every element with its `dir` and `lang`, as any other program takes it
 */
export function copiedHtml(blocks: readonly Block[], isPart: boolean): string {
  const [first] = blocks
  const context = { images: () => null, language: 'ar' }
  if (isPart && first !== undefined && isTextBlock(first)) {
    return toHtml(h('span', { dir: first.dir, lang: 'ar' }, inlinesToHtml(first.children, first.dir)))
  }
  const elements: Element[] = blocksToHtml(blocks, context)
  return toHtml(withoutIds(h('div', { dir: 'rtl', lang: 'ar' }, separated(elements))))
}

/** @returns the words of what was selected: an empty line between blocks, as a person would write it in a mail. */
export function copiedText(blocks: readonly Block[]): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n\n')
}
