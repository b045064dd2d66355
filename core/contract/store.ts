import { z } from 'zod'
import { actorSchema } from '../review/states.ts'
import { call } from './call.ts'

const id = z.string().min(1).max(64)

/** What a check of a store found. All numbers count rows that are not as they were written. */
export const checkSchema = z.object({
  /** Whether the file is whole for SQLite. */
  isFileSound: z.boolean(),
  articles: z.int(),
  revisions: z.int(),
  events: z.int(),
  /** The articles whose working copy is damaged, with the headline if that can be read. */
  damagedArticles: z.array(z.object({ id, headline: z.string() })),
  damagedRevisions: z.int(),
  damagedEvents: z.int(),
  /** Of destinations and deliveries; a backup of an earlier version has none. */
  damagedDeliveries: z.int().default(0),
  /** Names of pictures that are missing or damaged. */
  damagedPictures: z.array(z.string()),
})
export type StoreCheck = z.infer<typeof checkSchema>

export const backupSchema = z.object({
  /** The absolute path of the copied database. */
  path: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  bytes: z.int(),
  articles: z.int(),
  /** What the check of the copy found: a copy of a damaged store is kept, and says so. */
  check: checkSchema,
  /** In the house's folder, but made by another store, or before stores had folders of their own there. */
  isOthers: z.boolean().optional(),
})
export type Backup = z.infer<typeof backupSchema>

/** What was brought back, and what could not be. */
export const recoveryReportSchema = z.object({
  at: z.string(),
  /**
   * `damaged`: out of a file that was no longer whole; `log`: the last change before a crash, of which a part was not;
   * `backup`: out of a backup.
   */
  from: z.enum(['damaged', 'log', 'backup']),
  /** Where the files lie out of which it was recovered: nothing is ever deleted. */
  source: z.string(),
  recovered: z.int(),
  /** Those whose working copy was lost, and that came back as they stood at an earlier moment. */
  older: z.array(z.object({ id, headline: z.string(), at: z.string() })),
  lost: z.array(z.object({ id, headline: z.string() })),
  /** Names of pictures that were not found, or only damaged; what was told before there were such has none. */
  missingPictures: z.array(z.string()).default([]),
})
export type RecoveryReport = z.infer<typeof recoveryReportSchema>

export const storeCalls = {
  'store.status': call(
    z.object({}),
    z.object({
      folder: z.string(),
      readOnly: z.boolean(),
      /** The last time the store was not closed: a crash, a power cut, a killed process. */
      wasCutOff: z.boolean(),
      /** When the last change was committed; null in an empty store. */
      lastWrite: z.string().nullable(),
      articles: z.int(),
      /** Newest first, those beside the store and those in the house's folder; then what other stores have there. */
      backups: z.array(backupSchema),
      /** Why the last attempt at a backup failed; null when it did not. */
      backupFailure: z.string().nullable(),
      isBackingUp: z.boolean(),
      /** How much of the backup that is being made is done, from 0 to 1; null while none is. */
      progress: z.number().min(0).max(1).nullable(),
      /** What was recovered when the store was opened; null when nothing had to be. */
      recovery: recoveryReportSchema.nullable(),
      /** Something of the file was found not to be whole since it was opened: the next opening recovers what it can. */
      isFileDamaged: z.boolean(),
    }),
  ),
  /** Makes a backup now, and checks it: this is also how the integrity of the store is found out. */
  'store.backUp': call(
    /** Where to, other than to the usual places: a folder that is there. */
    z.object({ folder: z.string().min(1).max(4096).optional() }),
    backupSchema,
  ),
  /** Ends the backup that is being made, with nothing left of it; whoever waits for it is refused with `backup-stopped`. */
  'store.stopBackUp': call(z.object({}), z.object({})),
  /** Checks the whole store, without keeping a copy: for one that is read-only, or whose disk is full. */
  'store.check': call(z.object({}), checkSchema),
  /** Brings into this store what a backup has and this store has not. What is here stays as it is. */
  'store.restore': call(z.object({ path: z.string().min(1).max(4096), actor: actorSchema }), recoveryReportSchema),
  /** Where a damaged article is still whole. */
  'store.sources': call(
    z.object({ id }),
    z.object({ backups: z.array(z.object({ path: z.string(), at: z.string(), savedAt: z.string() })) }),
  ),
  /** Brings one article back as a backup has it; what stood there is kept as a point before, if it can be read. */
  'store.restoreArticle': call(
    z.object({ id, path: z.string().min(1).max(4096), actor: actorSchema }),
    z.object({ saveNumber: z.int() }),
  ),
}
