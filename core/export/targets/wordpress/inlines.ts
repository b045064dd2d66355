import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Direction, TextBlock } from '../../../article/block.ts'
import type { FormatMark, Inline, Text } from '../../../article/inline.ts'
import { isText } from '../../../article/text-nodes.ts'
import { partsOf } from '../../../text/isolates.ts'
import { blockLanguage } from '../html/context.ts'
import { withoutPlaces } from './media.ts'

const MARKS: readonly (readonly [FormatMark, (content: ElementContent[]) => Element])[] = [
  // WordPress has no `u`; its editor underlines like this.
  ['underline', (content) => h('span', { style: 'text-decoration: underline' }, content)],
  ['italic', (content) => h('em', content)],
  ['bold', (content) => h('strong', content)],
]

function lines(text: string): ElementContent[] {
  return withoutPlaces(text)
    .split(/\r\n|[\n\r\u2028]/u)
    .flatMap((line, index): ElementContent[] => [
      ...(index === 0 ? [] : [h('br')]),
      ...(line === '' ? [] : [{ type: 'text' as const, value: line }]),
    ])
}

/** WordPress removes `bdi` from the posts of authors; a `span` with a direction isolates as well. */
function isolated(text: string, dir: Direction): ElementContent[] {
  return partsOf(text, dir).flatMap((part) => {
    const content = lines(part.text)
    return part.isIsolate ? h('span', { dir: 'ltr' }, content) : content
  })
}

function textToHtml(text: Text, dir: Direction): ElementContent[] {
  let content = isolated(text.text, dir)
  if (content.length === 0) return []
  for (const [mark, element] of MARKS) {
    if (text[mark] === true) content = [element(content)]
  }
  return content
}

function inlineToHtml(inline: Inline, dir: Direction): ElementContent[] {
  if (isText(inline)) return textToHtml(inline, dir)
  if (inline.type === 'unknown-inline') return []
  const content = inline.children.flatMap((text) => textToHtml(text, inline.type === 'ltr' ? 'ltr' : dir))
  if (content.length === 0) return []
  return [inline.type === 'link' ? h('a', { href: inline.url }, content) : h('span', { dir: 'ltr' }, content)]
}

/**
 * Writes the text of a block in a `span` with its direction and language. WordPress's blocks cannot hold both, and its
 * editor calls a block with an unknown attribute broken.
 * @returns an empty list for a block without text.
 */
export function words(block: TextBlock, language: string, className?: string): ElementContent[] {
  const content = block.children.flatMap((inline) => inlineToHtml(inline, block.dir))
  if (content.length === 0) return []
  const properties = { dir: block.dir, lang: blockLanguage(block.dir, language) }
  return [h('span', className === undefined ? properties : { ...properties, className: [className] }, content)]
}
