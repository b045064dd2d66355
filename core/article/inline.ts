import { z } from 'zod'

/** A run of text with its marks. Marks that this version does not know stay as they came. */
export const textSchema = z.looseObject({
  text: z.string(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  underline: z.literal(true).optional(),
})

/** The schemes that a link may carry: all else could run code or read local files. */
const SAFE_URL = /^(?:https?:\/\/|mailto:|tel:)/iu

/** @returns whether a link in an article may point there. */
export function isSafeUrl(url: string): boolean {
  return SAFE_URL.test(url) && !/[\s\p{Cc}]/u.test(url)
}

/** @returns whether an address leads to a page: what an embed or a related link may point at. */
export function isWebUrl(url: string): boolean {
  return /^https?:\/\//iu.test(url) && isSafeUrl(url)
}

const linkSchema = z.looseObject({
  type: z.literal('link'),
  url: z.string().max(2048).refine(isSafeUrl),
  children: z.array(textSchema).min(1),
})

/** A left-to-right isolate in a right-to-left line: a Latin name, a phone number, a handle. */
const ltrSchema = z.looseObject({
  type: z.literal('ltr'),
  children: z.array(textSchema).min(1),
})

/** An inline element of a later version, or of another program: kept whole, shown as opaque. */
const unknownInlineSchema = z.looseObject({
  type: z.literal('unknown-inline'),
  original: z.json(),
  children: z.tuple([z.looseObject({ text: z.literal('') })]),
})

export const inlineSchema = z.union([textSchema, linkSchema, ltrSchema, unknownInlineSchema])

export type Text = z.infer<typeof textSchema>
export type Link = z.infer<typeof linkSchema>
export type LtrIsolate = z.infer<typeof ltrSchema>
export type UnknownInline = z.infer<typeof unknownInlineSchema>
export type Inline = z.infer<typeof inlineSchema>

/** The marks that a writer sets on text; comments and suggestions are marks of another kind. */
export const FORMAT_MARKS = ['bold', 'italic', 'underline'] as const
export type FormatMark = (typeof FORMAT_MARKS)[number]
