import { z } from 'zod'
import { leftOutSchema } from '../export/tracked/left-out.ts'
import { actionSchema } from '../export/action.ts'
import { checkFindingSchema } from '../export/checklist.ts'
import { extraFormatSchema, formatSchema } from '../export/formats.ts'
import { packageProblemSchema } from '../export/package/problems.ts'
import { publicKeySchema } from '../newsroom/person.ts'
import { base64Schema } from './base64.ts'
import { call } from './call.ts'
import { errorCodeSchema } from './errors.ts'
import { jobIdSchema } from './jobs.ts'

const id = z.string().min(1).max(64)
const folder = z.string().min(1).max(4096)

const written = z.object({
  /** The absolute path of the zip. */
  path: z.string(),
  version: z.int().positive(),
  action: actionSchema,
  draft: z.boolean(),
  /** Whether its embargo had not ended. */
  embargoed: z.boolean(),
  bytes: z.int().positive(),
  sha256: z.string(),
  warnings: z.array(checkFindingSchema),
})

export const publishCalls = {
  /** The published page as one HTML document without scripts (pictures as data URLs), and what is missing. */
  'publish.preview': call(
    z.object({ id }),
    z.object({
      html: z.string(),
      findings: z.array(checkFindingSchema),
      /** What the next package would state about itself. */
      next: z.object({
        version: z.int().positive(),
        action: actionSchema,
        status: z.enum(['usable', 'withheld', 'canceled']),
        embargo: z.string().nullable(),
        /** Whether the embargo has not ended. */
        embargoed: z.boolean(),
      }),
    }),
  ),
  /**
   * Writes the package into an existing folder that was chosen (`folder-not-chosen`). An article that is not approved needs `draft`, and its state stays as
   * it is; an approved one becomes exported. The package of a withdrawn or killed article only announces that, without a
   * body.
   */
  'publish.export': call(
    z.object({
      id,
      folder,
      draft: z.boolean().default(false),
      /** Overrides whether it is an update or a correction, which is otherwise taken from its state and text. */
      action: z.enum(['update', 'correct']).optional(),
      /** Formats to include besides those that every package has. */
      formats: z.array(extraFormatSchema).max(20).default([]),
      job: jobIdSchema.optional(),
    }),
    written,
  ),
  /**
   * Writes the packages of several articles into one folder, then a list of them. An article that may not be exported is
   * reported in `refused`, and the others go on; `list` is null when none was written. When the job is cancelled, the list
   * holds what was written, and the rest is refused with `cancelled`.
   */
  'publish.exportMany': call(
    z.object({
      ids: z.array(id).min(1).max(500),
      folder,
      draft: z.boolean().default(false),
      /** Formats to include in every package besides those that it always has. */
      formats: z.array(extraFormatSchema).max(20).default([]),
      job: jobIdSchema.optional(),
    }),
    z.object({
      list: z.string().nullable(),
      packages: z.array(written.extend({ id })),
      refused: z.array(z.object({ id, code: errorCodeSchema, params: z.record(z.string(), z.string()) })),
    }),
  ),
  /**
   * Writes an article in one format, as a copy: neither its state nor its version changes; the audit records it. As with
   * a package, an article that is not approved needs `draft`, and an approved one needs an editor.
   */
  'publish.exportFile': call(
    z.object({
      ...{ id, format: formatSchema, folder },
      draft: z.boolean().default(false),
      /** With open proposals as tracked changes, and threads as comments: only in `docx`. */
      withReview: z.boolean().default(false),
      job: jobIdSchema.optional(),
    }),
    z.object({
      path: z.string(),
      /** The folder that holds the file: one of its own when pictures lie beside it. */
      folder: z.string(),
      bytes: z.int().positive(),
      sha256: z.string(),
      /** The proposed changes that the file cannot hold, by their sorts; none for most. */
      leftOut: z.array(z.object({ what: leftOutSchema, count: z.int().positive() })),
    }),
  ),
  /** Checks a package: from a path (the command line), or from its bytes (a window). */
  'publish.verify': call(
    z.union([z.object({ path: z.string().max(4096) }), z.object({ name: z.string().max(255), bytes: base64Schema })]),
    z.object({
      valid: z.boolean(),
      /** Every payload and tag file in the package's order, with what was found. */
      files: z.array(
        z.object({ path: z.string(), bytes: z.int(), status: z.enum(['ok', 'changed', 'missing', 'extra']) }),
      ),
      problems: z.array(packageProblemSchema),
      /** The package's own description; null when it cannot be read. */
      about: z.object({ id: z.string(), version: z.int(), headline: z.string(), action: z.string() }).nullable(),
      /** Whose key signed it; null for a package that is not signed, or not whole. */
      signer: z
        .object({
          publicKey: publicKeySchema,
          fingerprint: z.string(),
          /** What the package says, which proves nothing. */
          name: z.string(),
          /** The name of the person whom this store knows by this key; null for nobody. */
          knownAs: z.string().nullable(),
          /** How the audit of the store where it was made ended then; null where the package does not say. */
          head: z.object({ journal: z.string(), number: z.int(), running: z.string() }).nullable(),
          /**
           * Whether that is in the audit of this store. `lost`: it is of this store, whose audit lacks it: it was cut off or
           * written anew; null for a package of another store, and where nothing is said.
           */
          audit: z.enum(['there', 'lost']).nullable(),
        })
        .nullable(),
    }),
  ),
  /**
   * Chooses a folder from the lists of `publish.folders`: packages and backups may go there and below from now on. Refused
   * with `folder-not-chosen` where the shell has a dialog of its own, which chooses by itself, and for hidden folders and
   * those of Midad.
   */
  'publish.chooseFolder': call(z.object({ folder }), z.object({ folder })),
  /** Lists the folders in a folder, for a choice. */
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
