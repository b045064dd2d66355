import type { Element } from 'hast'
import { h } from '../../../fields/html-element.ts'
import type { Embed, Related } from '../../../../article/block.ts'
import { relatedLinks } from '../../../walk/links.ts'
import type { HtmlContext } from '../context.ts'
import { htmlField } from '../fields.ts'
import { inlinesToHtml } from '../inlines.ts'
import { properties, separated } from './properties.ts'

const REL = ['noopener', 'noreferrer']

const address = (url: string): Element => h('bdi', { dir: 'ltr' }, url)

/** Writes an embed as a link, which a CMS may expand. Nothing is loaded here. */
export function embedToHtml(embed: Embed, context: HtmlContext): Element[] {
  const [caption] = embed.children
  const words = inlinesToHtml(caption.children, caption.dir)
  const link = h('p', [h('a', { href: htmlField('href', embed.url), rel: REL }, [address(embed.url)])])
  const below = words.length === 0 ? [] : [h('figcaption', separated([h('p', properties(caption, context), words)]))]
  return [h('figure', properties(embed, context, 'embed'), separated([link, ...below]))]
}

/** @returns the links as a list; nothing if there are none. */
export function relatedToHtml(related: Related, context: HtmlContext): Element[] {
  const links = relatedLinks(related, ({ children, dir }) => inlinesToHtml(children, dir), address)
  if (links.length === 0) return []
  const items = links.map(({ item, words }) =>
    h(
      'li',
      properties(item, context),
      item.url === '' ? words : [h('a', { href: htmlField('href', item.url), rel: REL }, words)],
    ),
  )
  return [h('aside', properties(related, context, 'related'), separated([h('ul', separated(items))]))]
}
