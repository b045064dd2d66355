import type { Correction, Figure, RelatedItem, Separator, Table } from '../../article/block.ts'
import type { Xml } from '../xml.ts'
import { linkTo } from './links.ts'
import { placedItems, type PlacedItem } from './list.ts'
import type { ParagraphStyle } from './paragraph-styles.ts'
import type { Handlers } from './walk.ts'
import type { Words } from './words.ts'

/** What a format of paragraphs and styles does in its own way; `paragraphHandlers` does the rest. */
export type ParagraphFormat<Context> = {
  /** Writes one paragraph; none without words. */
  readonly paragraph: (style: ParagraphStyle, words: Words, context: Context) => Xml[]
  /** Writes the items of one list, in the style of lists or of a factbox. */
  readonly list: (items: readonly PlacedItem[], style: 'list-item' | 'factbox', context: Context) => Xml[]
  /** Writes the paragraph that holds the picture; none for a picture that is not exported. */
  readonly picture: (figure: Figure, context: Context) => Xml[]
  readonly table: (table: Table, context: Context) => Xml[]
  /** Writes the line above the words of a correction. */
  readonly correctionHead: (correction: Correction, context: Context) => Xml[]
  readonly separator: (separator: Separator, context: Context) => Xml
}

/** @returns the handlers of a format whose documents are paragraphs with styles, one after another. */
export function paragraphHandlers<Context>(format: ParagraphFormat<Context>): Handlers<Xml, Context> {
  const { paragraph } = format
  const styled =
    (style: ParagraphStyle) =>
    (block: Words, context: Context): Xml[] =>
      paragraph(style, block, context)
  const link = (style: ParagraphStyle, line: Words & { url: string }, context: Context): Xml[] =>
    paragraph(style, { ...line, children: [linkTo(line.url, line.children)] }, context)
  const related = (item: RelatedItem, context: Context): Xml[] =>
    item.url === '' ? paragraph('related', item, context) : link('related', item, context)
  return {
    kicker: styled('kicker'),
    headline: styled('headline'),
    deck: styled('deck'),
    byline: styled('byline'),
    dateline: styled('dateline'),
    paragraph: styled('paragraph'),
    subhead: (block, context) => paragraph(`subhead-${block.level}`, block, context),
    quote: (block, context) =>
      block.children.flatMap((child) =>
        paragraph(child.type === 'attribution' ? 'attribution' : 'quote', child, context),
      ),
    attribution: styled('attribution'),
    pullquote: styled('pullquote'),
    correction: (block, context) => [
      ...format.correctionHead(block, context),
      ...paragraph('correction', block, context),
    ],
    list: (block, context) => format.list(placedItems(block), 'list-item', context),
    figure: (block, context, walk) => [...format.picture(block, context), ...walk(block.children, context)],
    gallery: (block, context, walk) => walk(block.children, context),
    embed: (block, context, walk) => [
      ...link('embed', { ...block, children: [] }, context),
      ...walk(block.children, context),
    ],
    factbox: (block, context) =>
      block.children.flatMap((child) =>
        child.type === 'list'
          ? format.list(placedItems(child), 'factbox', context)
          : paragraph(child.type === 'factbox-title' ? 'factbox-title' : 'factbox', child, context),
      ),
    'factbox-title': styled('factbox-title'),
    related: (block, context) => block.children.flatMap((item) => related(item, context)),
    table: format.table,
    // One paragraph, so that no other takes the place of a half without words.
    verse: (verse, context) => {
      const [first, second] = verse.children
      return paragraph(
        'verse',
        { ...verse, children: [...first.children, { text: '\n' }, ...second.children] },
        context,
      )
    },
    hemistich: styled('verse'),
    separator: (block, context) => [format.separator(block, context)],
    caption: styled('caption'),
    credit: styled('credit'),
  }
}
