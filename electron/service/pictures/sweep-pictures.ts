import { readdirSync } from 'node:fs'
import type { ReadDb } from '#db/handles.ts'
import type { Store } from '#db/open.ts'
import { digest } from '#db/seal.ts'
import { unpadded } from '#db/tables/articles.ts'
import { removeAssets } from '#db/tables/assets.ts'
import { forgetLoose, hashesIn, loosePictures } from '#db/tables/loose-pictures.ts'
import { textOf } from '#db/tables/revisions.ts'
import { removeAsset } from '#electron/files/asset-files.ts'
import { slices } from '../jobs/time-slices.ts'

/** So long a picture stays after its article: it may have been cut out of it, and be put into another one yet. */
const DAY_MS = 86_400_000
/** Rows at a time. */
const LIMIT = 20

/** What may refer to a picture; null for what cannot be read, and may refer to any. */
type Said = string | null

/** Of the columns that are asked for. */
type Row = {
  number: number
  id: string
  hash: string
  json: string | null
  data: Uint8Array
  progress: string
  bytes: Uint8Array | null
}

/** Every text of the store that may refer to a picture, a few at a time. */
function* textsOf(db: ReadDb): Generator<Said[]> {
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
    ({ hash, data }) => {
      const json = textOf(data, hash)
      return json !== null && digest(json) === hash ? json : null
    },
  )
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

function* byNumber(db: ReadDb, sql: string, said: (row: Row) => Said): Generator<Said[]> {
  for (let after = -1; ;) {
    const rows = db.all<Row>(sql, { after })
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows.map(said)
    after = last.number
  }
}

/** @returns those to which nothing refers; null when that cannot be said, or the signal ended it. */
async function nobodys(db: ReadDb, pictures: readonly string[], signal?: AbortSignal): Promise<string[] | null> {
  const left = new Set(pictures)
  const goesOn = slices(signal)
  for (const texts of textsOf(db)) {
    if (texts.includes(null)) return null
    for (const text of texts) for (const hash of hashesIn(text ?? '', left)) left.delete(hash)
    if (left.size === 0) return []
    // oxlint-disable-next-line no-await-in-loop -- in between others are served
    if (!(await goesOn())) return null
  }
  return [...left]
}

/** What was put aside may yet be recovered, with its pictures. */
function hasAsides({ folder }: Store): boolean {
  return readdirSync(folder).some((name) => /^(?:damaged|replaced)-/u.test(name))
}

const changesOf = (db: ReadDb): number =>
  db.get<{ changes: number }>('SELECT total_changes() AS changes')?.changes ?? -1

/**
 * Removes the pictures of articles that were thrown away for good, to which nothing in the store refers any more: no article,
 * in the bin or out of it, no kept version, nothing that is on its way, no template. One in doubt stays, until the next
 * time: while anything is damaged or put aside, while anybody writes, and when anything was written meanwhile. The rows go
 * first and the files after, and only then they are forgotten, so that what is cut off is done again.
 * @param isWriting whether any window holds a text that the store does not know yet
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
  if (due.length === 0 || isWriting() || hasAsides(store)) return 0
  const changes = changesOf(db)
  const free = await nobodys(db, due, signal)
  if (free === null || isWriting() || changesOf(db) !== changes) return 0
  removeAssets(db, free)
  for (const hash of free) removeAsset(store.folder, hash)
  forgetLoose(db, due)
  return free.length
}
