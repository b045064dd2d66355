import { z } from 'zod'

/** A run of text with its marks. Unknown marks are kept. */
export const textSchema = z.looseObject({
  text: z.string(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  underline: z.literal(true).optional(),
})

/** The schemes that a link may have. Others could run code or read local files. */
const SAFE_URL = /^(?:https?:\/\/|mailto:|tel:)/iu

/** @returns whether a link may have this address. */
export function isSafeUrl(url: string): boolean {
  return SAFE_URL.test(url) && !/[\s\p{Cc}]/u.test(url)
}

/** @returns whether Midad hands an address to the browser or the mail program of the computer. */
export function isOpenableUrl(url: string): boolean {
  return url.length <= 2048 && /^(?:https?:\/\/|mailto:)/iu.test(url) && isSafeUrl(url)
}

/** @returns whether an address is http or https. Embeds and related links need one. */
export function isWebUrl(url: string): boolean {
  return /^https?:\/\//iu.test(url) && isSafeUrl(url)
}

const linkSchema = z.looseObject({
  type: z.literal('link'),
  url: z.string().max(2048).refine(isSafeUrl),
  children: z.array(textSchema).min(1),
})

/** A left-to-right isolate in a right-to-left line, for a Latin name, a phone number or a handle. */
const ltrSchema = z.looseObject({
  type: z.literal('ltr'),
  children: z.array(textSchema).min(1),
})

/**
 * An inline element of a later version or another program. `original` keeps it whole; the editor shows a placeholder.
 */
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

/** @returns whether a type of element wraps text inside a line, and can be unwrapped without losing any. */
export function isWrapperType(type: unknown): type is (Link | LtrIsolate)['type'] {
  return type === 'link' || type === 'ltr'
}

/** The formatting marks. Comments and suggestions are marks too, but not formatting. */
export const FORMAT_MARKS = ['bold', 'italic', 'underline'] as const
export type FormatMark = (typeof FORMAT_MARKS)[number]
