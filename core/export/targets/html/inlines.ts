import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import type { FormatMark, Inline, Text } from '../../../article/inline.ts'
import { isText } from '../../../article/text-nodes.ts'

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

function textToHtml(text: Text): ElementContent[] {
  let content = lines(text.text)
  if (content.length === 0) return content
  for (const [mark, name] of MARK_ELEMENTS) {
    if (text[mark] === true) content = [h(name, content)]
  }
  return content
}

function inlineToHtml(inline: Inline): ElementContent[] {
  if (isText(inline)) return textToHtml(inline)
  if (inline.type === 'unknown-inline') return []
  const content = inline.children.flatMap(textToHtml)
  if (content.length === 0) return []
  return [elementFor[inline.type](inline.type === 'link' ? inline.url : '', content)]
}

const elementFor: Record<'link' | 'ltr', (url: string, content: ElementContent[]) => Element> = {
  link: (url, content) => h('a', { href: url, rel: ['noopener', 'noreferrer'] }, content),
  ltr: (_url, content) => h('bdi', { dir: 'ltr' }, content),
}

/** @returns the inlines of a block as HTML; what this version does not know is left out. */
export function inlinesToHtml(inlines: readonly Inline[]): ElementContent[] {
  return inlines.flatMap(inlineToHtml)
}
