import { z } from 'zod'
import { checkFindingSchema } from '../export/checklist.ts'
import { packageProblemSchema } from '../export/package/problems.ts'
import { actorSchema } from '../review/states.ts'
import { call } from './call.ts'

const id = z.string().min(1).max(64)

export const publishCalls = {
  /** The published page as one HTML document without scripts (pictures as data URLs), and what is missing. */
  'publish.preview': call(z.object({ id }), z.object({ html: z.string(), findings: z.array(checkFindingSchema) })),
  /**
   * Writes the package into a folder, which must exist. An article that is not approved needs `draft`, and its
   * state then stays as it is; an approved one becomes exported.
   */
  'publish.export': call(
    z.object({ id, folder: z.string().min(1).max(4096), draft: z.boolean().default(false), actor: actorSchema }),
    z.object({
      /** The absolute path of the zip. */
      path: z.string(),
      version: z.int().positive(),
      bytes: z.int().positive(),
      sha256: z.string(),
      warnings: z.array(checkFindingSchema),
    }),
  ),
  /** Checks a package: from a path (the command line), or from its bytes (a window). */
  'publish.verify': call(
    z.union([z.object({ path: z.string().max(4096) }), z.object({ name: z.string().max(255), bytes: z.base64() })]),
    z.object({
      valid: z.boolean(),
      /** Every payload and tag file in the package's order, with what was found. */
      files: z.array(
        z.object({ path: z.string(), bytes: z.int(), status: z.enum(['ok', 'changed', 'missing', 'extra']) }),
      ),
      problems: z.array(packageProblemSchema),
      /** What the package says of itself; null when that cannot be read. */
      about: z.object({ id: z.string(), version: z.int(), headline: z.string(), action: z.string() }).nullable(),
    }),
  ),
  'publish.folders': call(
    /** Null: the person's home, where browsing begins. */
    z.object({ folder: z.string().max(4096).nullable() }),
    z.object({
      folder: z.string(),
      parent: z.string().nullable(),
      folders: z.array(z.string()),
      writable: z.boolean(),
    }),
  ),
}
