import { z } from 'zod'
import { auditCheckSchema } from './audit.ts'
import { call } from './call.ts'
import { provenEventSchema } from './review.ts'

const id = z.string().min(1).max(64)

/** What a check of a store found. `damaged…` counts rows that no longer match their seal or hash. */
export const checkSchema = z.object({
  /** Whether SQLite's own integrity check passes. */
  isFileSound: z.boolean(),
  articles: z.int(),
  revisions: z.int(),
  events: z.int(),
  /** Articles whose working copy is damaged, with the headline or else the first words, if they can be read. */
  damagedArticles: z.array(z.object({ id, headline: z.string() })),
  damagedRevisions: z.int(),
  damagedEvents: z.int(),
  /** Destinations and deliveries; 0 in the record of a backup that was made before they existed. */
  damagedDeliveries: z.int().default(0),
  /** Threads, proposals, and what was done in them; 0 as above. */
  damagedReview: z.int().default(0),
  /** People and house files; 0 as above. */
  damagedPeople: z.int().default(0),
  /** Names of pictures that are missing or damaged. */
  damagedPictures: z.array(z.string()),
  /** What the audit proves; null where the file is too damaged to say, or the record is older than it. */
  audit: auditCheckSchema.nullable().default(null),
})
export type StoreCheck = z.infer<typeof checkSchema>

/** @returns how many rows of a store are damaged, besides articles. */
export function damagedRows(check: Omit<StoreCheck, 'damagedPictures' | 'audit'>): number {
  const { damagedRevisions, damagedEvents, damagedDeliveries, damagedReview, damagedPeople } = check
  return damagedRevisions + damagedEvents + damagedDeliveries + damagedReview + damagedPeople
}

export const backupSchema = z.object({
  /** The absolute path of the copied database. */
  path: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  bytes: z.int(),
  articles: z.int(),
  /** What the check of the copy found. A copy of a damaged store is kept all the same. */
  check: checkSchema,
  /** It lies in the house's folder, and was made by another store or before each store had its own folder there. */
  isOthers: z.boolean().optional(),
})
export type Backup = z.infer<typeof backupSchema>

/** What a recovery brought back, and what it could not. */
export const recoveryReportSchema = z.object({
  /** Who asked for it; left out of a recovery that nobody asked for. */
  by: z.string().optional(),
  at: z.string(),
  /**
   * `damaged`: a damaged file; `log`: the last change before a crash, which was only partly written; `backup`: a backup.
   */
  from: z.enum(['damaged', 'log', 'backup']),
  /** The folder of the files that were read. They are never deleted. */
  source: z.string(),
  recovered: z.int(),
  /** Articles whose working copy was lost: they came back as they stood at an earlier time. */
  older: z.array(z.object({ id, headline: z.string(), at: z.string() })),
  lost: z.array(z.object({ id, headline: z.string() })),
  /** Names of pictures that are missing or damaged. Older reports do not list them. */
  missingPictures: z.array(z.string()).default([]),
})
export type RecoveryReport = z.infer<typeof recoveryReportSchema>

/** How many articles that were deleted for good are listed. */
export const MOST_REMOVED = 200

export const storeCalls = {
  'store.status': call(
    z.object({}),
    z.object({
      folder: z.string(),
      readOnly: z.boolean(),
      /** Whether it may only be read because the disk was full when it was opened. */
      isDiskFull: z.boolean(),
      /** The store was not closed the last time: a crash, a power cut, a killed process. */
      wasCutOff: z.boolean(),
      /** When the last change was committed; null in an empty store. */
      lastWrite: z.string().nullable(),
      articles: z.int(),
      /** Newest first: those beside the store and in the house's folder, then those of other stores there. */
      backups: z.array(backupSchema),
      /** Why the last attempt at a backup failed; null when it did not. */
      backupFailure: z.string().nullable(),
      isBackingUp: z.boolean(),
      /** Progress of the backup that is being made, from 0 to 1; null when none is. */
      progress: z.number().min(0).max(1).nullable(),
      /** What was recovered when the store was opened; null when nothing was. */
      recovery: recoveryReportSchema.nullable(),
      /** Damage was found in the file since it was opened. The next opening recovers what it can. */
      isFileDamaged: z.boolean(),
      /** Whether the audit ended, when the store was opened, as it was signed. */
      isAuditWhole: z.boolean(),
    }),
  ),
  /** Makes a backup now and checks it, and so the store. */
  'store.backUp': call(
    /** An existing folder to write to instead of the usual places. */
    z.object({ folder: z.string().min(1).max(4096).optional() }),
    backupSchema,
  ),
  /** Stops the backup that is being made and removes it. Its caller is refused with `backup-stopped`. */
  'store.stopBackUp': call(z.object({}), z.object({})),
  /** Checks the whole store without a copy: for a read-only store or a full disk. */
  'store.check': call(z.object({}), checkSchema),
  /** The steps of articles that were deleted for good, the last deleted first; at most `MOST_REMOVED` articles. */
  'store.removed': call(
    z.object({}),
    z.object({ articles: z.array(z.object({ id, headline: z.string(), events: z.array(provenEventSchema) })) }),
  ),
  /** Adds what a backup has and this store lacks. What is here stays as it is. */
  'store.restore': call(z.object({ path: z.string().min(1).max(4096) }), recoveryReportSchema),
  /** Lists the backups that hold a damaged article undamaged. */
  'store.sources': call(
    z.object({ id }),
    z.object({ backups: z.array(z.object({ path: z.string(), at: z.string(), savedAt: z.string() })) }),
  ),
  /** Restores one article from a backup. What stood in its place is kept in the history, if it can be read. */
  'store.restoreArticle': call(z.object({ id, path: z.string().min(1).max(4096) }), z.object({ saveNumber: z.int() })),
}
