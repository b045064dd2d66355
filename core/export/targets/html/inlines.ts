import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Direction } from '../../../article/block.ts'
import type { FormatMark, Inline, Text } from '../../../article/inline.ts'
import { isText } from '../../../article/text-nodes.ts'
import { partsOf } from '../../../text/isolates.ts'

/** From the innermost element to the outermost. */
const MARK_ELEMENTS: readonly (readonly [FormatMark, string])[] = [
  ['underline', 'u'],
  ['italic', 'em'],
  ['bold', 'strong'],
]

/** A line break keeps a newline behind it: whoever reads the text without the elements sees two words. */
function lines(text: string): ElementContent[] {
  return text
    .split(/\r\n|[\n\r\u2028]/u)
    .flatMap((line, index): ElementContent[] => [
      ...(index === 0 ? [] : [h('br'), { type: 'text' as const, value: '\n' }]),
      ...(line === '' ? [] : [{ type: 'text' as const, value: line }]),
    ])
}

/**
 * What a right-to-left line would take apart stands in a `bdi` of its own, so that a page shows it as the editor
 * does. It has no `dir`: that tells it from an isolate that the writer made.
 */
function isolated(text: string, dir: Direction): ElementContent[] {
  return partsOf(text, dir).flatMap((part) => (part.isIsolate ? h('bdi', part.text) : lines(part.text)))
}

function textToHtml(text: Text, dir: Direction): ElementContent[] {
  let content = isolated(text.text, dir)
  if (content.length === 0) return content
  for (const [mark, name] of MARK_ELEMENTS) {
    if (text[mark] === true) content = [h(name, content)]
  }
  return content
}

function inlineToHtml(inline: Inline, dir: Direction): ElementContent[] {
  if (isText(inline)) return textToHtml(inline, dir)
  if (inline.type === 'unknown-inline') return []
  // Within an isolate of the writer's nothing is taken apart.
  const content = inline.children.flatMap((text) => textToHtml(text, inline.type === 'ltr' ? 'ltr' : dir))
  if (content.length === 0) return []
  return [elementFor[inline.type](inline.type === 'link' ? inline.url : '', content)]
}

const elementFor: Record<'link' | 'ltr', (url: string, content: ElementContent[]) => Element> = {
  link: (url, content) => h('a', { href: url, rel: ['noopener', 'noreferrer'] }, content),
  ltr: (_url, content) => h('bdi', { dir: 'ltr' }, content),
}

/** @returns the inlines of a block that runs in a direction, as HTML; what this version does not know is left out. */
export function inlinesToHtml(inlines: readonly Inline[], dir: Direction): ElementContent[] {
  return inlines.flatMap((inline) => inlineToHtml(inline, dir))
}
