import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Embed, Related, RelatedItem } from '../../../../article/block.ts'
import type { HtmlContext } from '../context.ts'
import { inlinesToHtml } from '../inlines.ts'
import { properties, separated } from './properties.ts'

const REL = ['noopener', 'noreferrer']

/** An embed is a link that a CMS may open up; here nothing is loaded. Without an address it is nothing. */
export function embedToHtml(embed: Embed, context: HtmlContext): Element | null {
  if (embed.url === '') return null
  const [caption] = embed.children
  const words = inlinesToHtml(caption.children, caption.dir)
  const link = h('p', [h('a', { href: embed.url, rel: REL }, [h('bdi', { dir: 'ltr' }, embed.url)])])
  const below = words.length === 0 ? [] : [h('figcaption', separated([h('p', properties(caption, context), words)]))]
  return h('figure', properties(embed, context, 'embed'), separated([link, ...below]))
}

function relatedItem(item: RelatedItem, context: HtmlContext): Element[] {
  const title = inlinesToHtml(withoutLinks(item), item.dir)
  if (item.url === '') return title.length === 0 ? [] : [h('li', properties(item, context), title)]
  const words = title.length === 0 ? [h('bdi', { dir: 'ltr' }, item.url)] : title
  return [h('li', properties(item, context), [h('a', { href: item.url, rel: REL }, words)])]
}

/** A link cannot stand in a link: the title's own lose their addresses. */
function withoutLinks(item: RelatedItem): RelatedItem['children'] {
  return item.children.flatMap(
    (inline) => (inline.type === 'link' ? inline.children : [inline]) as typeof item.children,
  )
}

/** @returns the links as a list; null when there is none. */
export function relatedToHtml(related: Related, context: HtmlContext): Element | null {
  const items = related.children.flatMap((item) => relatedItem(item, context))
  if (items.length === 0) return null
  return h('aside', properties(related, context, 'related'), separated([h('ul', separated(items))]))
}
