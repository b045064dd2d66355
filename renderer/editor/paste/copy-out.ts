import type { Element, Root, RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Block } from '#core/article/block.ts'
import { blocksToHtml } from '#core/export/targets/html/blocks/blocks.ts'
import { separated } from '#core/export/targets/html/blocks/properties.ts'
import { inlinesToHtml } from '#core/export/targets/html/inlines.ts'
import { blockText } from '#core/article/plain-text.ts'
import { isTextBlock } from '#core/article/text-nodes.ts'
import { cellsText } from '#core/import/clipboard/cells.ts'

/** Removes `id` attributes, which could clash with those of the page that the HTML is pasted into. */
function withoutIds<N extends Root | RootContent>(node: N): N {
  if (node.type === 'element') delete node.properties['id']
  if ('children' in node) for (const child of node.children) withoutIds(child)
  return node
}

/**
 * @param blocks the selected blocks
 * @param isPart whether the selection lies in one line; the HTML is then an inline element
 * @returns HTML for other programs, with explicit `dir` and `lang`
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

/** @returns the selected blocks as plain text, with an empty line between them. Cells stay in their columns. */
export function copiedText(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.type === 'table' ? cellsText(block.children.map((row) => row.children.map(blockText))) : blockText(block),
    )
    .filter((text) => text !== '')
    .join('\n\n')
}
