import { z } from 'zod'
import type { State } from './states.ts'

/** What is known outside the house of an article, whatever its state here. */
export const standingSchema = z.object({
  /** Where it arrived and was not taken down since, by the name that the destination had then. */
  places: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** Whether readers see it there. A folder only hands it on, and a scheduled post waits. */
      isPublic: z.boolean(),
    }),
  ),
  /** Whether it is published: at a site, or because an editor said so and nobody took that back. */
  isLive: z.boolean(),
  /** When its embargo ends, ISO 8601; null when it has none. */
  embargo: z.string().nullable(),
})
export type Standing = z.infer<typeof standingSchema>

const UNFINISHED: ReadonlySet<State> = new Set(['draft', 'submitted', 'in-review', 'returned', 'approved'])
const TAKEN_DOWN: ReadonlySet<State> = new Set(['withdrawn', 'killed'])

/** @returns whether readers have an earlier text of an article that was edited since. */
export function isLiveWithEdits(state: State, { isLive }: Pick<Standing, 'isLive'>): boolean {
  return isLive && UNFINISHED.has(state)
}

/** @returns the names of the places that still have an article which was withdrawn or killed: readers' first. */
export function stillAt(state: State, { places }: Pick<Standing, 'places'>): { published: string[]; handed: string[] } {
  const left = TAKEN_DOWN.has(state) ? places : []
  return {
    published: left.filter(({ isPublic }) => isPublic).map(({ name }) => name),
    handed: left.filter(({ isPublic }) => !isPublic).map(({ name }) => name),
  }
}
