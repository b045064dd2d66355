import { randomBytes } from 'node:crypto'
import { NO_RUNNING_HASH } from '#core/newsroom/chained-event.ts'
import { signedBytes } from '#core/newsroom/signed-bytes.ts'
import type { ReadDb, Signing, WriteDb } from '../handles.ts'
import { sealOf } from '../seal.ts'

/** What an entry of the journal is about. */
export const JOURNAL_KINDS = [
  ...(['event', 'revision', 'thread', 'message', 'decision', 'assignment', 'house'] as const),
  /** An event that came from another store or a backup. */
  'taken',
  /** What stands before it was there before the journal was. */
  'begun',
  /** An automatic revision was removed. */
  'thinned',
  /** An article was removed for good; its events stay. */
  'purged',
  /** The end before it was not as it was signed; the reference says how. It is signed again from here on. */
  'resumed',
] as const
export type JournalKind = (typeof JOURNAL_KINDS)[number]

/** An entry: which row it is about, and the seal or the hash of that row. */
export type JournalEntry = { kind: JournalKind; articleId: string; ref: string; item: string }
/** The end of a journal: whoever knows it notices when something before it was changed, or it was cut off. */
export type JournalHead = { journal: string; number: number; running: string }

/** @returns the running hash after an entry. */
export function runningAfter(running: string, number: number, { kind, articleId, ref, item }: JournalEntry): string {
  return sealOf([running, number, kind, articleId, ref, item])
}

/** @returns the bytes by which the end of a journal is signed. */
export function headBytes({ journal, number, running }: JournalHead): Uint8Array {
  return signedBytes('journal', { journal, number, running })
}

/** @returns the end of the journal with its signature; null where the row is gone. */
export function journalHead(db: ReadDb): (JournalHead & { person: string | null; signature: string | null }) | null {
  return db.get('SELECT journal, number, running, person, signature FROM journal_head') ?? null
}

/**
 * How the end of a journal is. `whole`: as it was signed, or nobody here had a key yet; `unsigned`: no key signed it, though steps
 * before were; `forged`: the signature is not that of the person it names; `cut`: the entry that was signed is not there.
 */
export type JournalEnd = 'whole' | 'unsigned' | 'forged' | 'cut'

/**
 * Entries behind the signed one were written without the key, as by a program that cannot read the system's keychain. In a house
 * each step is signed; without one, such a step is not proven, and nothing before it is in doubt as long as they only add rows.
 * @param isSigned as in `Signing`
 */
export function endOfJournal(db: ReadDb, isSigned: Signing['isSigned']): JournalEnd {
  const [last, head] = [lastEntry(db), journalHead(db)]
  if (last === null || head === null) return 'cut'
  if (head.person === null || head.signature === null) {
    if (head.running !== last.running) return 'cut'
    return wasSigned(db) ? 'unsigned' : 'whole'
  }
  if (runningAt(db, head.number) !== head.running) return 'cut'
  if (!isSigned(head.person, headBytes(head), Buffer.from(head.signature, 'hex'))) return 'forged'
  if (head.number === last.number) return 'whole'
  const isInHouse = db.get('SELECT 1 FROM houses') !== undefined
  return isInHouse || !onlyAdds(db, head.number) ? 'unsigned' : 'whole'
}

/**
 * @returns whether the entries behind the signed one add rows and do nothing else. One that names a row again, or lets rows
 * be gone, could excuse a change of what the signature covers.
 */
function onlyAdds(db: ReadDb, signed: number): boolean {
  const row = db.get(
    `SELECT 1 FROM journal AS later WHERE later.number > :signed AND (later.kind IN ('thinned', 'purged', 'begun') OR EXISTS (
       SELECT 1 FROM journal AS first WHERE first.number < later.number AND first.ref = later.ref
         AND replace(first.kind, 'taken', 'event') = replace(later.kind, 'taken', 'event'))) LIMIT 1`,
    { signed },
  )
  return row === undefined
}

/** @returns the end of a journal as others keep it, so that they notice when it is cut off; null where it cannot be read. */
export function knownEnd(db: ReadDb): JournalHead | null {
  const [last, head] = [lastEntry(db), journalHead(db)]
  return last === null || head === null ? null : { journal: head.journal, number: last.number, running: last.running }
}

function runningAt(db: ReadDb, number: number): string | undefined {
  return db.get<{ running: string }>('SELECT running FROM journal WHERE number = :number', { number })?.running
}

/** @returns whether something was done here with a key, or when there was one. */
function wasSigned(db: ReadDb): boolean {
  const row = db.get(
    `SELECT 1 FROM journal JOIN events ON events.id = journal.ref WHERE journal.kind = 'event'
       AND (events.person IS NOT NULL OR events.at > (SELECT min(added_at) FROM people)) LIMIT 1`,
  )
  return row !== undefined
}

function lastEntry(db: ReadDb): { number: number; running: string } | null {
  return db.get('SELECT number, running FROM journal ORDER BY number DESC LIMIT 1') ?? null
}

/**
 * Appends to the journal, in the transaction in which the row itself is written. An end that was not left so by whoever signs
 * is never signed unseen: an entry before says what it was.
 */
export function addToJournal(db: WriteDb, entry: JournalEntry): void {
  if (db.signing !== undefined && db.signing.journal() !== null) {
    const end = endOfJournal(db, db.signing.isSigned)
    if (end !== 'whole') append(db, { kind: 'resumed', articleId: '', ref: end, item: '' })
  }
  append(db, entry)
}

function append(db: WriteDb, entry: JournalEntry): void {
  const last = lastEntry(db)
  const number = (last?.number ?? 0) + 1
  const running = runningAfter(last?.running ?? NO_RUNNING_HASH, number, entry)
  db.run('INSERT INTO journal VALUES (:number, :kind, :articleId, :ref, :item, :running)', {
    ...{ number, ...entry, running },
  })
  const head = journalHead(db)
  const journal = entry.kind === 'begun' ? entry.ref : (head?.journal ?? '')
  const signer = db.signing?.journal() ?? null
  // Without a key the signature before stays: it still covers what it covered.
  if (signer === null && head !== null && head.signature !== null && entry.kind !== 'begun') return
  const signature = signer?.sign(headBytes({ journal, number, running })) ?? null
  db.run('INSERT OR REPLACE INTO journal_head VALUES (1, :journal, :number, :running, :person, :signature)', {
    ...{ journal, number, running, person: signer?.person ?? null },
    signature: signature === null ? null : Buffer.from(signature).toString('hex'),
  })
}

/** Begins a journal anew behind rows that came from files which prove no order, as after a recovery. */
export function beginJournal(db: WriteDb): void {
  append(db, { kind: 'begun', articleId: '', ref: randomBytes(16).toString('hex'), item: '' })
}

/** The rows that the journal covers, with their table, its key, and the article of a row as SQL. */
export const JOURNALED = {
  revision: { table: 'revisions', key: 'hash', article: 'article_id' },
  thread: { table: 'threads', key: 'id', article: 'article_id' },
  message: {
    ...{ table: 'thread_entries', key: 'id' },
    article: '(SELECT article_id FROM threads WHERE threads.id = thread_id)',
  },
  decision: {
    ...{ table: 'proposal_entries', key: 'id' },
    article: '(SELECT article_id FROM proposals WHERE proposals.id = proposal_id)',
  },
  assignment: { table: 'assignments', key: 'id', article: 'article_id' },
  house: { table: 'houses', key: 'version', article: "''" },
} as const satisfies Partial<Record<JournalKind, { table: string; key: string; article: string }>>

/** Appends to the journal a row that was just written, in the same transaction. */
export function journalRow(db: WriteDb, kind: keyof typeof JOURNALED, ref: string): void {
  const { table, key, article } = JOURNALED[kind]
  const row = db.get<{ articleId: string; item: string }>(
    `SELECT ${article} AS articleId, seal AS item FROM ${table} WHERE ${key} = :ref`,
    { ref },
  )
  if (row === undefined) throw new Error('A row that was just written cannot be read')
  addToJournal(db, { kind, ref, ...row })
}

/** @returns the running hash of the journal as it is now. */
export function runningHash(db: ReadDb): string {
  return (
    db.get<{ running: string }>('SELECT running FROM journal ORDER BY number DESC LIMIT 1')?.running ?? NO_RUNNING_HASH
  )
}

/** @returns the seals of the messages, decisions and assignments of an article since its last event, sorted. */
export function unsettled(db: ReadDb, articleId: string): string[] {
  return db
    .all<{ item: string }>(
      `SELECT item FROM journal WHERE article_id = :articleId AND kind IN ('message', 'decision', 'assignment')
         AND number > (SELECT coalesce(max(number), 0) FROM journal
           WHERE article_id = :articleId AND kind IN ('event', 'taken'))`,
      { articleId },
    )
    .map(({ item }) => item)
    .toSorted()
}

/** @returns whether an end of a journal that somebody else knows is in this one; null for one of another journal. */
export function placeOf(db: ReadDb, { journal, number, running }: JournalHead): 'there' | 'lost' | null {
  const isOwn = db.get("SELECT 1 FROM journal WHERE kind = 'begun' AND ref = :journal", { journal }) !== undefined
  if (!isOwn && journalHead(db)?.journal !== journal) return null
  return runningAt(db, number) === running ? 'there' : 'lost'
}
