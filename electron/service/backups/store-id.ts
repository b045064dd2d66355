import { randomBytes } from 'node:crypto'
import type { Store } from '#db/open.ts'
import { getMark, setMark } from '#db/tables/marks.ts'

/**
 * @returns the id that tells a store from others that back up into the same folder. A store without one gets one.
 * @throws what SQLite throws
 */
export function ensureStoreId({ db }: Store): string {
  const known = getMark(db, 'store-id')
  if (known !== null) return known
  const fresh = randomBytes(6).toString('hex')
  setMark(db, 'store-id', fresh)
  return fresh
}
