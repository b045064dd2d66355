import { BIN_DAYS } from '#core/contract/bin.ts'
import { revisionsToThin } from '#core/review/thinning.ts'
import { translator } from '#core/locale/translate.ts'
import { getSettings } from '#db/tables/settings.ts'
import { purgeArticles } from './purge-articles.ts'
import type { Store } from '#db/open.ts'
import { deletedBefore } from '#db/tables/bin.ts'
import { listRevisions, removeRevisions } from '#db/tables/revisions.ts'
import { timeSlices } from '../jobs/time-slices.ts'
import { retentionTime } from '../time/retention-time.ts'

const DAY_MS = 86_400_000

/** Deletes for good what has been in the bin for longer than `BIN_DAYS`. @param now ISO 8601. */
export function emptyOldBin({ db }: Store, now: string): void {
  const moment = new Date(Date.parse(now) - BIN_DAYS * DAY_MS).toISOString()
  // Nobody did it; the audit has to name somebody.
  const name = translator(getSettings(db).language, 'latn')('bin.by-itself')
  purgeArticles(db, deletedBefore(db, moment), { name, role: 'reporter' }, now)
}

/**
 * Thins the revisions of every article by the rule of `revisionsToThin`, in time slices, so that saves do not wait.
 * @param now ISO 8601
 * @param signal stops it, when the store is closed
 */
export async function thinRevisions({ db }: Store, now: string, signal?: AbortSignal): Promise<void> {
  const goesOn = timeSlices(signal)
  for (let after = ''; ;) {
    const rows = db.all<{ id: string; count: number }>(
      `SELECT article_id AS id, count(*) AS count FROM revisions
       WHERE reason IN ('quiet', 'closed') AND article_id > :after GROUP BY article_id ORDER BY article_id LIMIT 200`,
      { after },
    )
    const last = rows.at(-1)
    if (last === undefined) return
    for (const { id } of rows.filter(({ count }) => count > 1)) {
      const hashes = revisionsToThin(listRevisions(db, id).revisions, now)
      if (hashes.length > 0) removeRevisions(db, hashes)
      // oxlint-disable-next-line no-await-in-loop -- other calls are served in between
      if (!(await goesOn())) return
    }
    // oxlint-disable-next-line no-await-in-loop -- other calls are served in between
    if (!(await goesOn())) return
    after = last.id
  }
}

/** Empties the bin of old articles and thins revisions, by a time that no single wrong clock can bring forward. */
export async function removeOld(store: Store, now: string, signal?: AbortSignal): Promise<void> {
  const time = retentionTime(store.db, now)
  if (time === null) return
  emptyOldBin(store, time)
  await thinRevisions(store, time, signal)
}
