import type { ArticleRow } from '../tables/article-row.ts'
import { unpadded } from '../tables/article-text.ts'
import { isHash, isText, isTextOrNull, isWhole, whole, type RawRow, type RawValue } from './raw-row.ts'
import {
  assignmentRow,
  proposalEntryRow,
  proposalRow,
  threadEntryRow,
  threadRow,
  type ReviewRow,
} from './review-row.ts'

export type RevisionRaw = {
  hash: string
  articleId: string
  data: Uint8Array
  parent: string | null
  reason: string
  by: string
  at: string
  seal: string
  secondParent: string | null
}

/** A row, recognised by its form alone. Its seal or hash shows whether it is undamaged. */
export type KnownRow =
  | { table: 'articles'; number: number; row: ArticleRow }
  | { table: 'texts'; number: number; json: string }
  | { table: 'revisions'; row: RevisionRaw }
  /** `chain`: since version 11 the id, person, parents, settles, running hash and signature; before it nothing. */
  | { table: 'events'; number: number; values: (string | null)[]; seal: string; chain: (string | null)[] }
  | { table: 'exports'; values: (string | number)[] }
  | { table: 'assets'; values: (string | number)[] }
  | { table: 'settings'; name: string; value: string }
  | { table: 'destinations'; values: string[]; seal: string }
  | { table: 'deliveries'; number: number; values: string[]; seal: string }
  | { table: 'people'; values: (string | null)[]; seal: string }
  | { table: 'houses'; version: number; file: string; takenAt: string; seal: string }
  | ReviewRow

function articleOf({ rowid, values }: RawRow): KnownRow | null {
  const [, id, hash, state, creator, headline, deck, byline, section, , saveNumber, , createdAt, updatedAt] = values
  const [hasImage, deletedAt, , seal] = values.slice(14)
  const texts = [id, state, creator, headline, deck, byline, section, createdAt, updatedAt]
  if (!texts.every(isText) || !isHash(hash) || !isHash(seal) || !isTextOrNull(deletedAt)) return null
  const [save_number, has_image] = [whole(saveNumber), whole(hasImage)]
  if (!isWhole(save_number) || !isWhole(has_image)) return null
  const row = { id, hash, state, creator, headline, deck, byline, section, has_image, save_number, seal }
  // The caller checks the seal, and so the state.
  const sealed = { ...row, created_at: createdAt, updated_at: updatedAt, deleted_at: deletedAt } as ArticleRow
  return { table: 'articles', number: rowid, row: sealed }
}

function revisionOf({ values }: RawRow): KnownRow | null {
  // Version 8 added the second parent.
  const [hash, articleId, data, parent, reason, by, at, seal, secondParent = null] = values
  if (!isHash(hash) || !isText(articleId) || !(data instanceof Uint8Array) || !isTextOrNull(parent)) return null
  if (!isText(reason) || !isText(by) || !isText(at) || !isHash(seal) || !isTextOrNull(secondParent)) return null
  return { table: 'revisions', row: { hash, articleId, data, parent, reason, by, at, seal, secondParent } }
}

function eventOf({ rowid, values }: RawRow): KnownRow | null {
  const [texts, seal, chain] = [values.slice(1, 10), values[10], values.slice(11)]
  if (!texts.every(isTextOrNull) || !isHash(seal) || !chain.every(isTextOrNull)) return null
  return { table: 'events', number: rowid, values: texts, seal, chain }
}

function exportOf(values: readonly RawValue[]): KnownRow | null {
  const [id, version, revision, path, sha256, bytes, at, by] = values.map(whole)
  const isExport = isText(id) && isWhole(version) && isHash(revision) && isText(path) && isHash(sha256)
  if (!isExport || !isWhole(bytes) || !isText(at) || !isText(by)) return null
  return { table: 'exports', values: [id, version, revision, path, sha256, bytes, at, by] }
}

function assetOf(values: readonly RawValue[]): KnownRow | null {
  const [hash, type, width, height, size, name, at] = values.map(whole)
  if (!isHash(hash) || !isText(type) || !isText(name) || !isText(at)) return null
  if (!isWhole(width) || !isWhole(height) || !isWhole(size)) return null
  return { table: 'assets', values: [hash, type, width, height, size, name, at] }
}

function destinationOf({ values }: RawRow): KnownRow | null {
  const seal = values[5]
  const texts = values.slice(0, 5)
  return texts.every(isText) && isHash(seal) ? { table: 'destinations', values: texts, seal } : null
}

function deliveryOf({ rowid, values }: RawRow): KnownRow | null {
  const seal = values[12]
  const texts = values.slice(1, 12)
  return texts.every(isText) && isHash(seal) ? { table: 'deliveries', number: rowid, values: texts, seal } : null
}

function personOf({ values }: RawRow): KnownRow | null {
  const texts = values.slice(1, 7)
  const seal = values[7]
  return texts.every(isTextOrNull) && isHash(seal) ? { table: 'people', values: texts, seal } : null
}

function houseOf({ rowid, values }: RawRow): KnownRow | null {
  const [, file, takenAt, seal] = values
  if (!isText(file) || !isText(takenAt) || !isHash(seal)) return null
  return { table: 'houses', version: rowid, file, takenAt, seal }
}

function pairOf({ rowid, values }: RawRow): KnownRow | null {
  const [first, second] = values
  if (!isText(second)) return null
  if (first === null) return { table: 'texts', number: rowid, json: unpadded(second) }
  return isText(first) ? { table: 'settings', name: first, value: second } : null
}

/** @returns the row of our tables (since version 3) that these values are, by their form; or null. */
export function knownRow(row: RawRow): KnownRow | null {
  switch (row.values.length) {
    case 2:
      return pairOf(row)
    case 4:
      return houseOf(row)
    case 6:
      return destinationOf(row)
    case 7:
      return assetOf(row.values) ?? threadRow(row)
    case 8:
      return revisionOf(row) ?? exportOf(row.values) ?? personOf(row)
    case 9:
      return revisionOf(row)
    case 11:
      return eventOf(row) ?? proposalEntryRow(row)
    case 10:
      return threadEntryRow(row) ?? assignmentRow(row)
    case 13:
      return deliveryOf(row)
    case 15:
      return proposalRow(row)
    case 17:
      return eventOf(row)
    // Later versions added eight columns, two and three, which are not recovered: they are worked out, or set again.
    case 18:
    case 26:
    case 28:
    case 31:
      return articleOf(row)
    default:
      return null
  }
}
