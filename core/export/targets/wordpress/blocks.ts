import type { ElementContent } from 'hast'
import { h } from '../../fields/html-element.ts'
import type {
  Correction,
  Direction,
  Embed,
  Factbox,
  Figure,
  Gallery,
  Pullquote,
  Quote,
  Related,
  Subhead,
  Table,
  TableCell,
  TextBlock,
  Verse,
} from '../../../article/block.ts'
import { relatedLinks, withoutLinks } from '../../walk/links.ts'
import { tableParts } from '../../walk/table.ts'
import { walkOf, type Walk, type WalkedBlock } from '../../walk/walk.ts'
import { lineOf } from '../../fields/plain-words.ts'
import { htmlText } from '../../fields/html-text.ts'
import type { Encoded, WordpressHtml } from '../../fields/sorts.ts'
import { pageWords, writtenDay } from '../../page-words.ts'
import type { ImageUrl } from '../html/context.ts'
import { emptyLine, words } from './inlines.ts'
import { listBlock } from './list.ts'
import { wordpressField } from './fields.ts'
import { block, html, joined, raw, type Attributes } from './markup.ts'
import { mediaPlace } from './media.ts'

/** What every handler knows besides its block. */
export type WordpressContext = {
  /** The language of the article. */
  language: string
  /** A class that marks the first block as ours; null for the blocks after it. */
  mark: string | null
  /** The house's digits for dates; 0-9 by default. */
  digits?: 'latn' | 'arab' | undefined
  /** Gives the addresses of pictures. Without it they are placeholders, which are filled in after the upload. */
  images?: ImageUrl | undefined
}
type WordpressWalk = Walk<WordpressHtml, WordpressContext>

/** Adds the mark and the block's own classes to its attributes. */
function marked(
  attributes: Attributes,
  own: readonly string[],
  context: WordpressContext,
  built: readonly string[] = [],
) {
  const added = [...own, ...(context.mark === null ? [] : [context.mark])]
  return {
    attributes: added.length === 0 ? attributes : { ...attributes, className: added.join(' ') },
    className: [...built, ...added],
  }
}

function paragraphOf(content: ElementContent[], dir: Direction, own: readonly string[], context: WordpressContext) {
  if (content.length === 0) return []
  const { attributes, className } = marked(dir === 'rtl' ? { direction: 'rtl' } : { direction: 'ltr' }, own, context)
  return [
    block('paragraph', attributes, html(h('p', { dir, ...(className.length === 0 ? {} : { className }) }, content))),
  ]
}

/** @returns a handler that writes a paragraph, with a class by which a theme can style it. */
function paragraph(...own: string[]) {
  return (each: TextBlock, context: WordpressContext): WordpressHtml[] =>
    paragraphOf(words(each, context.language), each.dir, own, context)
}

function heading(each: Subhead, context: WordpressContext): WordpressHtml[] {
  const content = words(each, context.language)
  if (content.length === 0) return []
  // On a site in the other direction the heading would stand at the wrong side.
  const textAlign = each.dir === 'rtl' ? 'right' : 'left'
  const start = each.level === 2 ? { textAlign } : { textAlign, level: 3 }
  const { attributes, className } = marked(start, [], context, [`has-text-align-${textAlign}`])
  return [block('heading', attributes, html(h(`h${each.level}`, { className }, content)))]
}

function quote(each: Quote, context: WordpressContext): WordpressHtml[] {
  const paragraphs = each.children
    .filter((child) => child.type === 'paragraph')
    .flatMap((child) => paragraph()(child, { ...context, mark: null }))
  const attribution = each.children.find((child) => child.type === 'attribution')
  const cite = attribution === undefined ? [] : words(attribution, context.language)
  if (paragraphs.length === 0 && cite.length === 0) return []
  const { attributes, className } = marked({}, [], context, ['wp-block-quote'])
  const end = cite.length === 0 ? [] : [h('cite', cite)]
  return [block('quote', attributes, html(h('blockquote', { className }, [...raw(joined(paragraphs)), ...end])))]
}

function pullquote(each: Pullquote, context: WordpressContext): WordpressHtml[] {
  const content = words(each, context.language)
  if (content.length === 0) return []
  const { attributes, className } = marked({}, [], context, ['wp-block-pullquote'])
  return [block('pullquote', attributes, html(h('figure', { className }, [h('blockquote', [h('p', content)])])))]
}

function image(each: Figure, context: WordpressContext): WordpressHtml[] {
  const [caption, credit] = each.children
  const [said, by] = [words(caption, context.language), words(credit, context.language, 'midad-credit')]
  const space: ElementContent[] = said.length > 0 && by.length > 0 ? [{ type: 'text', value: ' — ' }] : []
  const below = [...said, ...space, ...by]
  const picture = pictureOf(each, context)
  // Without a picture, the caption and the credit are still published; of a picture that has neither, what it shows.
  if (picture === null) {
    const shown: ElementContent[] = [{ type: 'text', value: each.alt.trim() }]
    const isNameless = below.length === 0 && each.asset !== undefined && each.alt.trim() !== ''
    return paragraphOf(isNameless ? shown : below, each.dir, ['midad-caption'], context)
  }
  const start = { ...picture.attributes, sizeSlug: 'full', linkDestination: 'none' }
  const { attributes, className } = marked(start, [], context, ['wp-block-image', 'size-full'])
  const figcaption = below.length === 0 ? [] : [h('figcaption', { className: ['wp-element-caption'] }, below)]
  return [block('image', attributes, html(h('figure', { className }, [...raw(picture.html), ...figcaption])))]
}

/** @returns a figure's picture: in the site's library, or at an address of its own; null if it cannot be shown. */
function pictureOf(each: Figure, { images }: WordpressContext): { attributes: Attributes; html: WordpressHtml } | null {
  if (each.asset === undefined) return null
  const { hash } = each.asset
  if (images !== undefined) {
    const src = images(hash)
    return src === null ? null : { attributes: {}, html: img(each, wordpressField('src', src)) }
  }
  const [id, src] = [mediaPlace(hash, 'id'), mediaPlace(hash, 'url')]
  return { attributes: { id }, html: img(each, wordpressField('src', src), `wp-image-${id}`) }
}

/** Written as markup, for WordPress expands shortcodes in attributes too, and the serialiser does not know them. */
function img({ alt, dir }: Figure, src: Encoded<'url'>, className?: string): WordpressHtml {
  const text = wordpressField('alt_text', lineOf(alt, dir))
  const named = className === undefined ? '' : ` class="${className}"`
  return `<img src="${htmlText(src)}" alt="${text}"${named}/>` as WordpressHtml
}

function gallery(each: Gallery, context: WordpressContext): WordpressHtml[] {
  const [shown, waiting] = [
    each.children.filter((figure) => pictureOf(figure, context) !== null),
    each.children.filter((figure) => pictureOf(figure, context) === null),
  ]
  const rest = waiting.flatMap((figure) => image(figure, { ...context, mark: null }))
  if (shown.length === 0) return rest
  const classes = ['wp-block-gallery', 'has-nested-images', 'columns-default', 'is-cropped']
  const { attributes, className } = marked({ linkTo: 'none' }, [], context, classes)
  const images = joined(shown.flatMap((figure) => image(figure, { ...context, mark: null })))
  return [block('gallery', attributes, html(h('figure', { className }, raw(images)))), ...rest]
}

function correction(each: Correction, context: WordpressContext): WordpressHtml[] {
  const content = words(each, context.language)
  if (content.length === 0) return []
  const day = each.date === undefined ? '' : ` (${writtenDay(each.date, context.language, context.digits ?? 'latn')})`
  const head = h('strong', `${pageWords(context.language).correction}${day}: `)
  return paragraphOf([head, ...content], each.dir, ['midad-correction'], context)
}

const address = (url: string): ElementContent => h('span', { dir: 'ltr' }, url)

function embed(each: Embed, context: WordpressContext): WordpressHtml[] {
  const caption = words(withoutLinks(each.children[0]), context.language)
  const link = h('a', { href: wordpressField('href', each.url) }, caption.length === 0 ? [address(each.url)] : caption)
  return paragraphOf([link], each.dir, ['midad-embed'], context)
}

function related(each: Related, context: WordpressContext): WordpressHtml[] {
  const links = relatedLinks(each, (item) => words(item, context.language), address)
  if (links.length === 0) return []
  const items = links.map(({ item: { url }, words: title }) =>
    block('list-item', {}, html(h('li', url === '' ? title : [h('a', { href: wordpressField('href', url) }, title)]))),
  )
  const { attributes, className } = marked({}, ['midad-related'], context)
  return [block('list', attributes, html(h('ul', { className }, raw(joined(items)))))]
}

function table(each: Table, context: WordpressContext): WordpressHtml[] {
  const { head, body, isNamed } = tableParts(each)
  const cell = (one: TableCell, name: 'th' | 'td') => h(name, words(one, context.language))
  const names = head.map((line) =>
    h('thead', [
      h(
        'tr',
        line.children.map((one) => cell(one, 'th')),
      ),
    ]),
  )
  const rows = h(
    'tbody',
    body.map((line) =>
      h(
        'tr',
        line.children.map((one, index) => cell(one, isNamed && index === 0 ? 'th' : 'td')),
      ),
    ),
  )
  const { attributes, className } = marked({}, [], context, ['wp-block-table'])
  return [block('table', attributes, html(h('figure', { className }, [h('table', [...names, rows])])))]
}

/** Its own block keeps line ends: one stands between the halves. An empty line keeps the place of an empty first half. */
function verse(each: Verse, context: WordpressContext): WordpressHtml[] {
  const [first, second] = each.children
  const line = words(second, context.language)
  const place = line.length === 0 ? [] : [emptyLine(first, context.language)]
  const halves = [words(first, context.language), line].map((half, index) =>
    half.length === 0 && index === 0 ? place : half,
  )
  const textAlign = each.dir === 'rtl' ? 'right' : 'left'
  const { attributes, className } = marked({ textAlign }, [], context, [
    'wp-block-verse',
    `has-text-align-${textAlign}`,
  ])
  const content = halves.flatMap((half, index): ElementContent[] =>
    index === 0 || half.length === 0 ? half : [{ type: 'text', value: '\n' }, ...half],
  )
  return content.length === 0 ? [] : [block('verse', attributes, html(h('pre', { className }, content)))]
}

function factbox(each: Factbox, context: WordpressContext, walk: WordpressWalk): WordpressHtml[] {
  const inner = walk(each.children, { ...context, mark: null })
  if (inner.length === 0) return []
  const { attributes, className } = marked({}, ['midad-factbox'], context, ['wp-block-group'])
  return [block('group', attributes, html(h('div', { className }, raw(joined(inner)))))]
}

const walk = walkOf<WordpressHtml, WordpressContext>({
  correction,
  // These are fields of the post: its title and its excerpt.
  headline: () => [],
  deck: () => [],
  kicker: paragraph('midad-kicker'),
  byline: paragraph('midad-byline'),
  dateline: paragraph('midad-dateline'),
  paragraph: paragraph(),
  subhead: heading,
  quote,
  attribution: paragraph('midad-attribution'),
  pullquote,
  list: (each, context) => listBlock(each, context.language, (own) => marked(own, [], context)),
  figure: image,
  gallery,
  embed,
  factbox,
  'factbox-title': (each, context) => heading({ ...each, type: 'subhead', level: 3 }, context),
  related,
  table,
  verse,
  hemistich: paragraph(),
  separator: (_each, context) => {
    const { attributes, className } = marked({}, [], context, ['wp-block-separator', 'has-alpha-channel-opacity'])
    return [block('separator', attributes, html(h('hr', { className })))]
  },
  caption: paragraph('midad-caption'),
  credit: paragraph('midad-credit'),
})

/** @returns the blocks of WordPress's editor, in order. The first one that is written has the mark. */
export function wordpressBlocks(blocks: readonly WalkedBlock[], context: WordpressContext): WordpressHtml[] {
  const all: WordpressHtml[] = []
  for (const each of blocks) all.push(...walk([each], { ...context, mark: all.length === 0 ? context.mark : null }))
  return all
}
