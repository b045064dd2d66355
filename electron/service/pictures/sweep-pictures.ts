import { readdirSync } from 'node:fs'
import type { ReadDb } from '#db/handles.ts'
import type { Store } from '#db/open.ts'
import { digest } from '#db/seal.ts'
import { unpadded } from '#db/tables/article-text.ts'
import { removeAssets } from '#db/tables/assets.ts'
import { forgetLoose, hashesIn, loosePictures } from '#db/tables/loose-pictures.ts'
import { textOf } from '#db/tables/revisions.ts'
import { removeAsset } from '#electron/files/asset-files.ts'
import { timeSlices } from '../jobs/time-slices.ts'

/** How long a picture stays after its article: it may have been cut, to be pasted into another. */
const DAY_MS = 86_400_000
/** Rows at a time. */
const LIMIT = 20

/** A text that may refer to pictures; null for one that cannot be read, and so may refer to any. */
type Text = string | null

/** A row of any of the queries below; each selects some of these columns. */
type Row = {
  number: number
  id: string
  hash: string
  json: string | null
  data: Uint8Array
  progress: string
  bytes: Uint8Array | null
}

/** Yields every text of the store that may refer to a picture, a few at a time. */
function* textsOf(db: ReadDb): Generator<Text[]> {
  yield db.all<{ value: string }>("SELECT value FROM settings WHERE name <> 'loose-pictures'").map(({ value }) => value)
  yield* byNumber(
    db,
    `SELECT articles.number, hash, json FROM articles LEFT JOIN texts USING (number) WHERE articles.number > :after
     ORDER BY articles.number LIMIT ${LIMIT}`,
    ({ hash, json }) => (json !== null && digest(unpadded(json)) === hash ? json : null),
  )
  yield* byNumber(
    db,
    `SELECT rowid AS number, hash, data FROM revisions WHERE rowid > :after ORDER BY rowid LIMIT ${LIMIT}`,
    keptText,
  )
  for (const text of ['base', 'head'] as const) {
    yield* byNumber(
      db,
      `SELECT number, ${text}_hash AS hash, ${text} AS data FROM proposals WHERE number > :after
       ORDER BY number LIMIT ${LIMIT}`,
      keptText,
    )
  }
  yield* byNumber(
    db,
    `SELECT deliveries.number, id, progress, bytes FROM deliveries LEFT JOIN payloads USING (number)
     WHERE deliveries.number > :after ORDER BY deliveries.number LIMIT ${LIMIT}`,
    ({ id, progress, bytes }) => {
      const payload = bytes === null ? '' : textOf(bytes, id)
      return payload === null ? null : `${progress} ${payload}`
    },
  )
}

/** @returns a deflated text; null when it is damaged. */
function keptText({ hash, data }: Row): Text {
  const json = textOf(data, hash)
  return json !== null && digest(json) === hash ? json : null
}

function* byNumber(db: ReadDb, sql: string, textOfRow: (row: Row) => Text): Generator<Text[]> {
  for (let after = -1; ;) {
    const rows = db.all<Row>(sql, { after })
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows.map(textOfRow)
    after = last.number
  }
}

/** @returns the pictures that nothing refers to; null when that cannot be known, or the signal stopped it. */
async function unreferenced(db: ReadDb, pictures: readonly string[], signal?: AbortSignal): Promise<string[] | null> {
  const left = new Set(pictures)
  const goesOn = timeSlices(signal)
  for (const texts of textsOf(db)) {
    if (texts.includes(null)) return null
    for (const text of texts) for (const hash of hashesIn(text ?? '', left)) left.delete(hash)
    if (left.size === 0) return []
    // oxlint-disable-next-line no-await-in-loop -- other calls are served in between
    if (!(await goesOn())) return null
  }
  return [...left]
}

/** @returns whether files were set aside, which may still be recovered, with their pictures. */
function hasSetAside({ folder }: Store): boolean {
  return readdirSync(folder).some((name) => /^(?:damaged|replaced)-/u.test(name))
}

const changesOf = (db: ReadDb): number =>
  db.get<{ changes: number }>('SELECT total_changes() AS changes')?.changes ?? -1

/**
 * Removes the pictures of articles that were deleted for good, if nothing in the store refers to them: no article, in
 * the bin or out of it, no revision, no proposal, no delivery, no template. In doubt a picture stays until the next time: while
 * anything is damaged or set aside, while a window may hold unsaved text, and when anything was written meanwhile.
 * First the rows are removed, then the files, and the list of candidates last, so that a sweep that is cut off is
 * repeated.
 * @param isWriting whether a window may hold text that is not saved yet
 * @param now ISO 8601
 * @returns how many were removed.
 */
export async function sweepPictures(
  store: Store,
  isWriting: () => boolean,
  now: string,
  signal?: AbortSignal,
): Promise<number> {
  if (signal?.aborted === true) return 0
  const { db } = store
  const due = loosePictures(db)
    .filter(({ at }) => Date.parse(now) - Date.parse(at) >= DAY_MS)
    .map(({ hash }) => hash)
  if (due.length === 0 || isWriting() || hasSetAside(store)) return 0
  const changes = changesOf(db)
  const unused = await unreferenced(db, due, signal)
  if (unused === null || isWriting() || changesOf(db) !== changes) return 0
  removeAssets(db, unused)
  for (const hash of unused) removeAsset(store.folder, hash)
  forgetLoose(db, due)
  return unused.length
}
