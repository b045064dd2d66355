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

/** A newline follows each `br`, so that the words around it stay apart when the tags are removed. */
function lines(text: string): ElementContent[] {
  return text
    .split(/\r\n|[\n\r\u2028]/u)
    .flatMap((line, index): ElementContent[] => [
      ...(index === 0 ? [] : [h('br'), { type: 'text' as const, value: '\n' }]),
      ...(line === '' ? [] : [{ type: 'text' as const, value: line }]),
    ])
}

/**
 * Puts text that a right-to-left line would reorder, such as a phone number, into a `bdi`, so that the page shows it as
 * the editor does. It has no `dir`, which distinguishes it from an isolate that the writer made.
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
  // What the writer isolated is not split again by rule.
  const content = inline.children.flatMap((text) => textToHtml(text, inline.type === 'ltr' ? 'ltr' : dir))
  if (content.length === 0) return []
  return [elementFor[inline.type](inline.type === 'link' ? inline.url : '', content)]
}

const elementFor: Record<'link' | 'ltr', (url: string, content: ElementContent[]) => Element> = {
  link: (url, content) => h('a', { href: url, rel: ['noopener', 'noreferrer'] }, content),
  ltr: (_url, content) => h('bdi', { dir: 'ltr' }, content),
}

/** @returns the inlines of a block of this direction as HTML. Unknown inlines are left out. */
export function inlinesToHtml(inlines: readonly Inline[], dir: Direction): ElementContent[] {
  return inlines.flatMap((inline) => inlineToHtml(inline, dir))
}
