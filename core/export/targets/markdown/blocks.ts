import type { Blockquote, ListItem, PhrasingContent, RootContent, TableRow } from 'mdast'
import type { Correction, Direction, Embed, Figure, Quote, Related, Table } from '../../../article/block.ts'
import { relatedLinks } from '../../walk/links.ts'
import { lineOf } from '../../fields/plain-words.ts'
import { pageWords, writtenDay } from '../../page-words.ts'
import type { Words } from '../../walk/words.ts'
import { blockLanguage } from '../html/context.ts'
import { isTextType } from '../../../article/block-types.ts'
import { blockNames, type NamedType } from '../../../article/block-names.ts'
import { walkOf, type Handlers, type Walk, type WalkedBlock } from '../../walk/walk.ts'
import { around, attributes, linked, turned, within, type MarkdownContext } from './context.ts'
import { markdownField } from './fields.ts'
import { inlinesToMarkdown } from './inlines.ts'
import { listToMarkdown } from './list.ts'

type MarkdownWalk = Walk<RootContent, MarkdownContext>

function words({ children, dir }: Words): PhrasingContent[] {
  return inlinesToMarkdown(children, dir)
}

/** Markdown has no directions: content that runs against the article is put into an element with `dir`. */
function turnedAround(dir: Direction, context: MarkdownContext, content: RootContent[]): RootContent[] {
  const turn = turned(dir, context)
  return turn === '' ? content : within('div', turn, content)
}

function heading(depth: 1 | 2 | 3) {
  return (block: Words, context: MarkdownContext): RootContent[] => {
    const children = words(block)
    return children.length === 0 ? [] : turnedAround(block.dir, context, [{ type: 'heading', depth, children }])
  }
}

function line(block: Words): RootContent[] {
  const children = words(block)
  return children.length === 0 ? [] : [{ type: 'paragraph', children }]
}

function paragraph(block: Words, context: MarkdownContext): RootContent[] {
  return turnedAround(block.dir, context, line(block))
}

/** @returns a handler that writes a line inside an element that names its type. */
function labelled(name: string, label: string) {
  return (block: Words, context: MarkdownContext): RootContent[] =>
    within(name, attributes(label, turned(block.dir, context)), line(block))
}

function container(name: string, label: string) {
  return (
    block: { readonly dir: Direction; readonly children: readonly WalkedBlock[] },
    context: MarkdownContext,
    walk: MarkdownWalk,
  ): RootContent[] => within(name, attributes(label, turned(block.dir, context)), walk(block.children, context))
}

/** A picture is next to the file or inside it, never on another server. */
const PICTURE_SRC = /^(?:[\w./-]+$|data:image\/)/u

function figure(block: Figure, context: MarkdownContext, walk: MarkdownWalk): RootContent[] {
  const src = block.asset === undefined ? null : context.images(block.asset.hash)
  const image: RootContent[] =
    src === null || !PICTURE_SRC.test(src)
      ? []
      : [
          {
            type: 'paragraph',
            children: [
              {
                type: 'image',
                url: markdownField('src', src),
                alt: markdownField('alt', lineOf(block.alt, block.dir)).replaceAll(/\s+/gu, ' '),
              },
            ],
          },
        ]
  const caption = within('figcaption', '', walk(block.children, context))
  const date = block.date === undefined ? '' : `data-date="${block.date}"`
  return within('figure', attributes(date, turned(block.dir, context)), [...image, ...caption])
}

function embed(block: Embed, context: MarkdownContext, walk: MarkdownWalk): RootContent[] {
  const link: RootContent = {
    type: 'paragraph',
    children: [linked(block.url, [{ type: 'text', value: block.url }])],
  }
  const caption = within('figcaption', '', walk(block.children, context))
  return within('figure', attributes('class="embed"', turned(block.dir, context)), [link, ...caption])
}

function related(block: Related, context: MarkdownContext): RootContent[] {
  const items = relatedLinks(block, words, (value): PhrasingContent => ({ type: 'text', value })).map(
    ({ item: { url }, words: label }): ListItem => {
      const children: PhrasingContent[] = url === '' ? label : [linked(url, label)]
      return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] }
    },
  )
  const list: RootContent[] =
    items.length === 0 ? [] : [{ type: 'list', ordered: false, spread: false, children: items }]
  return within('aside', attributes('class="related"', turned(block.dir, context)), list)
}

/** @returns a correction under its heading, with its day if it has one. */
function correction(block: Correction, context: MarkdownContext): RootContent[] {
  const content = line(block)
  if (content.length === 0) return []
  const language = blockLanguage(block.dir, context.language)
  const name: PhrasingContent = { type: 'strong', children: [{ type: 'text', value: pageWords(language).correction }] }
  const day: PhrasingContent[] =
    block.date === undefined
      ? []
      : [
          { type: 'text', value: ': ' },
          { type: 'html', value: `<time datetime="${block.date}">` },
          { type: 'text', value: writtenDay(block.date, language, context.digits) },
          { type: 'html', value: '</time>' },
        ]
  const head = within('div', 'class="correction-head"', [{ type: 'paragraph', children: [name, ...day] }])
  return within('aside', attributes('class="correction"', turned(block.dir, context)), [...head, ...content])
}

/** A Markdown table always has a header row; a table of ours without one gets an empty one. */
function table(block: Table, context: MarkdownContext): RootContent[] {
  const row = (cells: readonly PhrasingContent[][]): TableRow => ({
    type: 'tableRow',
    children: cells.map((children) => ({ type: 'tableCell', children })),
  })
  const rows = block.children.map(({ children }) => row(children.map(words)))
  const nameless = row((block.children[0]?.children ?? []).map(() => []))
  return turnedAround(block.dir, context, [{ type: 'table', children: block.header ? rows : [nameless, ...rows] }])
}

function quote(block: Quote, context: MarkdownContext, walk: MarkdownWalk): RootContent[] {
  const children = walk(block.children, context) as Blockquote['children']
  return children.length === 0 ? [] : turnedAround(block.dir, context, [{ type: 'blockquote', children }])
}

type Named = Pick<Handlers<RootContent, MarkdownContext>, NamedType>

/** Markdown has no syntax for most types: they are put into the element that names them in HTML. */
const named = Object.fromEntries(
  blockNames().map(([type, { element, className }]) => {
    const label = className === undefined ? '' : `class="${className}"`
    // Markdown cannot stand in a `p`.
    return [type, isTextType(type) ? labelled(element === 'p' ? 'div' : element, label) : container(element, label)]
  }),
) as unknown as Named

/** Writes blocks in Markdown, in their order. */
export const blocksToMarkdown: MarkdownWalk = walkOf<RootContent, MarkdownContext>({
  ...named,
  headline: heading(1),
  paragraph,
  subhead: (block, context) => heading(block.level)(block, context),
  quote,
  attribution: labelled('footer', ''),
  correction,
  list: listToMarkdown,
  figure,
  embed,
  'factbox-title': heading(3),
  related,
  table,
  separator: () => [{ type: 'thematicBreak' }],
  caption: paragraph,
  // An empty half keeps its place.
  hemistich: (block, context) =>
    around('div', attributes('class="hemistich"', turned(block.dir, context)), line(block)),
})
