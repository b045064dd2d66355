import type { ElementContent, Nodes } from 'hast'
import { toHtml } from 'hast-util-to-html'

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
export function block(name: string, attributes: Attributes, content: string): string {
  const json = Object.keys(attributes).length === 0 ? '' : ` ${commentJson(attributes)}`
  return `<!-- wp:${name}${json} -->\n${content}\n<!-- /wp:${name} -->`
}

/** @returns HTML with void elements closed, as WordPress writes them. */
export function html(...nodes: ElementContent[]): string {
  const root: Nodes = { type: 'root', children: nodes }
  return toHtml(root, {
    closeSelfClosing: true,
    tightSelfClosing: true,
    characterReferences: { useNamedReferences: true },
  })
}
