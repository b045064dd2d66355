import { z } from 'zod'
import { correctionSchema } from './blocks/correction.ts'
import { embedSchema } from './blocks/embed.ts'
import { factboxSchema, type FactboxTitle } from './blocks/factbox.ts'
import { figureSchema, type Caption, type Credit } from './blocks/figure.ts'
import { gallerySchema } from './blocks/gallery.ts'
import { bylineSchema, datelineSchema, deckSchema, headlineSchema, kickerSchema } from './blocks/head.ts'
import { listSchema, type ListItem } from './blocks/list.ts'
import { paragraphSchema } from './blocks/paragraph.ts'
import { pullquoteSchema } from './blocks/pullquote.ts'
import { quoteSchema, type Attribution } from './blocks/quote.ts'
import { relatedSchema, type RelatedItem } from './blocks/related.ts'
import { separatorSchema } from './blocks/separator.ts'
import { subheadSchema } from './blocks/subhead.ts'
import { tableSchema, type TableCell, type TableRow } from './blocks/table.ts'
import { unknownSchema } from './blocks/unknown.ts'
import { verseSchema, type Hemistich } from './blocks/verse.ts'

export type { Direction } from './blocks/base.ts'
export type { Correction } from './blocks/correction.ts'
export type { Embed } from './blocks/embed.ts'
export type { Factbox } from './blocks/factbox.ts'
export type { Caption, Credit, Figure } from './blocks/figure.ts'
export type { Gallery } from './blocks/gallery.ts'
export { HEAD_TYPES, type HeadType } from './blocks/head.ts'
export type { List, ListItem } from './blocks/list.ts'
export type { Paragraph } from './blocks/paragraph.ts'
export type { Pullquote } from './blocks/pullquote.ts'
export type { Attribution, Quote } from './blocks/quote.ts'
export type { Related, RelatedItem } from './blocks/related.ts'
export type { Separator } from './blocks/separator.ts'
export type { Subhead } from './blocks/subhead.ts'
export type { Table, TableCell, TableRow } from './blocks/table.ts'
export type { UnknownBlock } from './blocks/unknown.ts'
export type { Hemistich, Verse } from './blocks/verse.ts'

/** A block that may stand at the top level of a document. */
export const blockSchema = z.discriminatedUnion('type', [
  kickerSchema,
  headlineSchema,
  deckSchema,
  bylineSchema,
  datelineSchema,
  paragraphSchema,
  subheadSchema,
  quoteSchema,
  pullquoteSchema,
  listSchema,
  figureSchema,
  gallerySchema,
  embedSchema,
  factboxSchema,
  relatedSchema,
  tableSchema,
  correctionSchema,
  verseSchema,
  separatorSchema,
  unknownSchema,
])

export type Block = z.infer<typeof blockSchema>

/** Any block, at the top level or inside another. */
export type AnyBlock =
  | Block
  | Attribution
  | ListItem
  | Caption
  | Credit
  | FactboxTitle
  | RelatedItem
  | TableRow
  | TableCell
  | Hemistich

/** The block with a given type. */
export type BlockOf<T extends AnyBlock['type']> = Extract<AnyBlock, { type: T }>

/** A block that holds other blocks. */
export type ContainerBlock = Extract<AnyBlock, { children: readonly { id: string }[] }>

/** A block that the caret cannot enter. Its only child is the empty text that Slate requires. */
export type VoidBlock = Extract<AnyBlock, { children: readonly [{ text: '' }] }>

/** A line: a block whose children are text and inline elements. */
export type TextBlock = Exclude<AnyBlock, ContainerBlock | VoidBlock>
