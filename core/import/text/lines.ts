import { z } from 'zod'

/** What a line of a pasted page can be. A `dropped` line stays visible until the import is accepted. */
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
 * One piece of the source with its role. A source line that holds two things (a dateline and the lead, a
 * caption and its credit) becomes two pieces with the same `line`. `text` is the source text less edge white
 * space, and less the separator (colon, brackets) where a line was cut.
 */
export const importedLineSchema = z.object({
  /** The line's number in the source, from 1. */
  line: z.int().positive(),
  text: z.string().max(200_000),
  role: lineRoleSchema,
  /** Set exactly when the role is `dropped`. */
  reason: dropReasonSchema.nullable(),
})
export type ImportedLine = z.infer<typeof importedLineSchema>

export const importWarningSchema = z.enum(['no-headline', 'no-body', 'figure-without-image', 'decoded-legacy'])
export type ImportWarning = z.infer<typeof importWarningSchema>

export const textImportSchema = z.object({
  /** In the source's order; blank lines are left out. */
  lines: z.array(importedLineSchema),
  /** Proposed from the page's navigation; empty when nothing was found. */
  section: z.string(),
  warnings: z.array(importWarningSchema),
})
export type TextImport = z.infer<typeof textImportSchema>
