import { z } from 'zod'

/** The roles of the lines of a pasted page. A `dropped` line stays visible until the import is accepted. */
export const lineRoleSchema = z.enum([
  'kicker',
  'headline',
  'deck',
  'byline',
  'dateline',
  'paragraph',
  'subhead',
  'quote',
  'list-item',
  'caption',
  'credit',
  'dropped',
])
export type LineRole = z.infer<typeof lineRoleSchema>

/** Why a line is not part of the article. */
export const dropReasonSchema = z.enum([
  'page-furniture',
  'counter',
  'stray-punctuation',
  'comments',
  'publishing-terms',
  'navigation',
  'by-hand',
])
export type DropReason = z.infer<typeof dropReasonSchema>

/**
 * One piece of the source with its role. A source line with two parts (a dateline and the lead, a caption and its
 * credit) becomes two pieces with the same `line`. `text` is the trimmed source text, without the separator (colon,
 * brackets) where a line was split.
 */
export const importedLineSchema = z.object({
  /** The line's number in the source, from 1. */
  line: z.int().positive(),
  text: z.string().max(200_000),
  role: lineRoleSchema,
  /** Set if and only if the role is `dropped`. */
  reason: dropReasonSchema.nullable(),
})
export type ImportedLine = z.infer<typeof importedLineSchema>

export const importWarningSchema = z.enum(['no-headline', 'no-body', 'figure-without-image', 'decoded-legacy'])
export type ImportWarning = z.infer<typeof importWarningSchema>

export const textImportSchema = z.object({
  /** In the order of the source; blank lines are left out. */
  lines: z.array(importedLineSchema),
  /** Proposed from the page's navigation; empty for none. */
  section: z.string(),
  warnings: z.array(importWarningSchema),
})
export type TextImport = z.infer<typeof textImportSchema>
