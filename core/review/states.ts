import { z } from 'zod'

/** The workflow states of an article, from draft to the end. */
export const stateSchema = z.enum([
  'draft',
  'submitted',
  'in-review',
  'returned',
  'approved',
  'exported',
  'published',
  'corrected',
  'withdrawn',
  'killed',
])
export type State = z.infer<typeof stateSchema>
export const STATES = stateSchema.options

/** In these states an editor has approved the text, and it may be sent. */
export const APPROVED: ReadonlySet<State> = new Set(['approved', 'exported', 'published', 'corrected'])

export const roleSchema = z.enum(['reporter', 'editor'])
export type Role = z.infer<typeof roleSchema>

/** Who acts: the name and role from the settings or the command line. */
export const actorSchema = z.object({ name: z.string().trim().min(1).max(200), role: roleSchema })
export type Actor = z.infer<typeof actorSchema>
