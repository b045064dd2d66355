import type { ElementContent, Nodes } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Raw } from 'mdast-util-to-hast'
import type { WordpressHtml } from '../../fields/sorts.ts'
import { reference, wordpressText } from '../../fields/wordpress-text.ts'

export type Attributes = Readonly<Record<string, string | number | boolean>>

/** @returns JSON that cannot end the comment around it, written as WordPress writes it. */
function commentJson(attributes: Attributes): string {
  return (
    JSON.stringify(attributes)
      .replaceAll('--', String.raw`\u002d\u002d`)
      .replaceAll('<', String.raw`\u003c`)
      .replaceAll('>', String.raw`\u003e`)
      .replaceAll('&', String.raw`\u0026`)
      // The placeholder of a picture's id stands for a number, so it has no quotes.
      .replaceAll(/"(\uE0FEid:[0-9a-f]{64}\uE0FF)"/gu, '$1')
  )
}

/** @returns a block of WordPress's editor: HTML between two comments that name the block. */
export function block(name: string, attributes: Attributes, content: WordpressHtml): WordpressHtml {
  const json = Object.keys(attributes).length === 0 ? '' : ` ${commentJson(attributes)}`
  return `<!-- wp:${name}${json} -->\n${content}\n<!-- /wp:${name} -->` as WordpressHtml
}

/** @returns blocks one after another, with an empty line between them. */
export function joined(blocks: readonly WordpressHtml[]): WordpressHtml {
  return blocks.join('\n\n') as WordpressHtml
}

/** @returns markup that is written already, to stand in an element. */
export function raw(...markup: readonly WordpressHtml[]): ElementContent[] {
  return markup.map((value): Raw => ({ type: 'raw', value }))
}

/** Encodes every text of a tree, so that no handler has to. */
function encoded(node: ElementContent): ElementContent {
  if (node.type === 'text') return { type: 'raw', value: wordpressText(node.value) }
  return node.type === 'element' ? { ...node, children: node.children.map(encoded) } : node
}

/** @returns HTML with void elements closed, as WordPress writes them. */
export function html(...nodes: ElementContent[]): WordpressHtml {
  const root: Nodes = { type: 'root', children: nodes.map(encoded) }
  const written = toHtml(root, {
    allowDangerousHtml: true,
    closeSelfClosing: true,
    tightSelfClosing: true,
    characterReferences: { useNamedReferences: true },
  })
  // Texts have none of these any more. In an attribute, such as an address, WordPress expands shortcodes too.
  return written.replaceAll(/[[\]]/gu, reference) as WordpressHtml
}
