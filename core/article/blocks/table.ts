import { z } from 'zod'
import { base, textBlock } from './base.ts'

export const tableCellSchema = textBlock('table-cell')
export type TableCell = z.infer<typeof tableCellSchema>

export const tableRowSchema = z.looseObject({
  ...base,
  type: z.literal('table-row'),
  children: z.array(tableCellSchema).min(1),
})
export type TableRow = z.infer<typeof tableRowSchema>

/** A table. All rows have the same number of cells. */
export const tableSchema = z.looseObject({
  ...base,
  type: z.literal('table'),
  /** Whether the first row is a header. */
  header: z.boolean(),
  /** Whether the first column names the rows. */
  headerColumn: z.boolean().optional(),
  children: z.array(tableRowSchema).min(1),
})
export type Table = z.infer<typeof tableSchema>
