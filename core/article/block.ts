import { z } from 'zod'
import { assetSchema } from './asset.ts'
import { inlineSchema } from './inline.ts'

export const directionSchema = z.enum(['rtl', 'ltr'])
export type Direction = z.infer<typeof directionSchema>

/** What every block carries: an id that survives edits and moves, and a direction that is never guessed. */
const base = { id: z.string().min(1).max(64), dir: directionSchema }

/** The head, in the only order it may stand in. */
export const HEAD_TYPES = ['kicker', 'headline', 'deck', 'byline', 'dateline'] as const
export type HeadType = (typeof HEAD_TYPES)[number]

const inlines = z.array(inlineSchema).min(1)

function textBlock<T extends string>(type: T) {
  return z.looseObject({ ...base, type: z.literal(type), children: inlines })
}

const paragraphSchema = textBlock('paragraph')
const captionSchema = textBlock('caption')
const creditSchema = textBlock('credit')
const attributionSchema = textBlock('attribution')
const subheadSchema = z.looseObject({
  ...base,
  type: z.literal('subhead'),
  level: z.union([z.literal(2), z.literal(3)]),
  children: inlines,
})

/** A quotation that stands apart: its paragraphs, then who said it (may be empty). */
const quoteSchema = z.looseObject({
  ...base,
  type: z.literal('quote'),
  children: z.array(z.union([paragraphSchema, attributionSchema])).min(2),
})

const listItemSchema = z.looseObject({
  ...base,
  type: z.literal('list-item'),
  children: inlines,
})

const listSchema = z.looseObject({
  ...base,
  type: z.literal('list'),
  ordered: z.boolean(),
  children: z.array(listItemSchema).min(1),
})

/** A picture with its caption and credit. `asset` is null until a picture is chosen. */
const figureSchema = z.looseObject({
  ...base,
  type: z.literal('figure'),
  asset: assetSchema.nullable(),
  alt: z.string().max(2000),
  children: z.tuple([captionSchema, creditSchema]),
})

/** A block of a later version, or of another program: kept whole in `original`, shown as opaque. */
const unknownSchema = z.looseObject({
  ...base,
  type: z.literal('unknown'),
  original: z.json(),
  children: z.tuple([z.looseObject({ text: z.literal('') })]),
})

const kickerSchema = textBlock('kicker')
const headlineSchema = textBlock('headline')
const deckSchema = textBlock('deck')
const bylineSchema = textBlock('byline')
const datelineSchema = textBlock('dateline')

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
  listSchema,
  figureSchema,
  unknownSchema,
])

export type Block = z.infer<typeof blockSchema>
export type Paragraph = z.infer<typeof paragraphSchema>
export type Subhead = z.infer<typeof subheadSchema>
export type Quote = z.infer<typeof quoteSchema>
export type Attribution = z.infer<typeof attributionSchema>
export type List = z.infer<typeof listSchema>
export type ListItem = z.infer<typeof listItemSchema>
export type Figure = z.infer<typeof figureSchema>
export type Caption = z.infer<typeof captionSchema>
export type Credit = z.infer<typeof creditSchema>
export type UnknownBlock = z.infer<typeof unknownSchema>

/** Any block, at the top level or inside another. */
export type AnyBlock = Block | Attribution | ListItem | Caption | Credit

/** A block whose children are text and inline elements. */
export type TextBlock = Exclude<AnyBlock, Quote | List | Figure | UnknownBlock>
