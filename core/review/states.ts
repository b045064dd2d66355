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

/** A chief is an editor with more rights, and an administrator a chief with more. */
export const roleSchema = z.enum(['reporter', 'editor', 'chief', 'administrator'])
export type Role = z.infer<typeof roleSchema>

/** @returns whether a role reviews: every one but a reporter's. */
export function isEditor(role: Role): boolean {
  return role !== 'reporter'
}

/** Who acts: the name and role of the person who is signed in, or of `--by` on the command line. */
export const actorSchema = z.object({ name: z.string().trim().min(1).max(200), role: roleSchema })
export type Actor = z.infer<typeof actorSchema>
