import type { ElementContent } from 'hast'
import { h } from '../../fields/html-element.ts'

/** Longer than any word of a language: an address, a key, a row of hashtags. */
const LONG_WORD = /(\S{25,})/u

/** The parts of a long word, between which it may break: after signs, and not inside joined letters. */
const PARTS = /[A-Za-z0-9%]{1,12}[:/?&=#._-]*|[^A-Za-z0-9%:/?&=#._-]+[:/?&=#._-]*|[:/?&=#._-]+/gu

function broken(text: string): ElementContent[] {
  return text.split(LONG_WORD).flatMap((word, index): ElementContent[] => {
    const parts = index % 2 === 1 ? (word.match(PARTS) ?? []) : [word].filter((each) => each !== '')
    return parts.flatMap((value, at): ElementContent[] => [...(at === 0 ? [] : [h('wbr')]), { type: 'text', value }])
  })
}

/**
 * Lets long words break. A table makes a column as wide as its longest word, and is cut off where that is wider than the
 * page. No style does this: one that lets every word break lets short words and numbers break too.
 */
export function withBreaks(content: readonly ElementContent[]): ElementContent[] {
  return content.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return broken(node.value)
    return node.type === 'element' ? [{ ...node, children: withBreaks(node.children) }] : [node]
  })
}
