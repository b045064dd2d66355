import { z } from 'zod'

/**
 * The sorts of proposed changes that a document with tracked changes may be without:
 * - `clash`: they touch what somebody else proposes, and the document cannot show both
 * - `details`: of the metadata
 * - `fields`: of a block that is no text, such as a picture and its alternative text
 * - `marks`: links and marks for which there is no record
 * - `moves`: of a block whose parts move out of it or into it
 */
export const leftOutSchema = z.enum(['clash', 'details', 'fields', 'marks', 'moves'])
export type LeftOut = z.infer<typeof leftOutSchema>

/** @returns how many changes of each sort are left out, in the order of the sorts. */
export function countLeftOut(all: readonly LeftOut[]): { what: LeftOut; count: number }[] {
  return leftOutSchema.options.flatMap((what) => {
    const count = all.filter((each) => each === what).length
    return count === 0 ? [] : [{ what, count }]
  })
}
