import { MOST_FINDINGS, type AuditCheck, type AuditFinding } from '#core/contract/audit.ts'
import type { Verify } from '#core/newsroom/house-file.ts'
import { personIdOf } from '#core/newsroom/person.ts'
import type { ReadDb } from '../handles.ts'
import { EVENT_SELECTED, eventOf, type EventRow } from '../tables/events.ts'
import { endOfJournal, journalHead, knownEnd, type JournalHead } from '../tables/journal.ts'
import { listPeople, PERSON_COLUMNS, type PersonRow, type StoredPerson } from '../tables/people.ts'
import { checkHouses } from './check-houses.ts'
import { checkEvent, type EventTools } from './check-events.ts'
import { journaledRows, ROW_KINDS } from './journaled-rows.ts'
import { keyOf, walkJournal, type Expected, type Walk } from './walk-journal.ts'

type Found = Omit<AuditFinding, 'headline'>
type People = ReadonlyMap<string, StoredPerson>

/**
 * Checks the audit of a store: that its journal is the one that was signed, that it names every row that is there and no other,
 * and that each step is what its person signed.
 * @param outside ends of the journal as others keep them, such as backups
 */
export function checkAudit(db: ReadDb, verify: Verify, outside: readonly JournalHead[] = []): AuditCheck {
  const people = peopleById(db)
  const walk = walkJournal(db, outside)
  const houses = checkHouses(db, walk, verify)
  const { findings: inEvents, times, ...counted } = checkEvents(db, walk, { people, verify, mayBe: houses.mayBe })
  const findings = [
    ...walk.broken.map((number) => ofJournal('broken', number)),
    ...inEvents,
    ...checkRows(db, walk),
    // What is left was expected, and is not there.
    ...[...walk.expected.values()].map(removed),
    ...checkEnd(db, walk, people, verify),
    ...outside.filter((head) => !isIn(head, walk, db)).map(({ number }) => ofJournal('older', number)),
    ...checkPeople(db, people),
    ...houses.findings,
  ]
    .map((each) => (each.about === 'journal' ? { ...each, at: firstBehind(times, each.number) } : each))
    .toSorted((one, other) => one.number - other.number)
  return {
    ...{ entries: walk.entries, ...counted, found: findings.length, head: knownEnd(db) },
    findings: findings.slice(0, MOST_FINDINGS).map((each) => ({ ...each, headline: headlineOf(db, each.articleId) })),
  }
}

/** A row whose id is not that of its key counts as nobody: with another key, what a forger signed would look proven. */
function peopleById(db: ReadDb): People {
  const sound = listPeople(db).filter(({ id, publicKey }) => id === personIdOf(publicKey))
  return new Map(sound.map((person) => [person.id, person]))
}

/** `times`: when the steps were done, by their places in the journal, in its order. */
type Events = { findings: Found[]; events: number; proven: number; before: number; times: [number, string][] }

function checkEvents(db: ReadDb, walk: Walk, tools: Omit<EventTools, 'articles'>): Events {
  const articles = new Map(
    db
      .all<{ id: string; article: string }>('SELECT id, article_id AS article FROM events')
      .map((row) => [row.id, row.article]),
  )
  const found: Events = { findings: [], events: 0, proven: 0, before: 0, times: [] }
  let last = 0
  for (const row of rowsOfEvents(db)) {
    const key = keyOf({ kind: 'event', ref: row.id })
    const expected = walk.expected.get(key)
    walk.expected.delete(key)
    const event = eventOf(row)
    found.events += 1
    if (expected !== undefined) found.times.push([expected.number, row.at])
    const about = { about: 'event', articleId: row.articleId, by: row.by, at: row.at } as const
    const number = expected?.number ?? 0
    if (event === null) {
      found.findings.push({ what: 'changed', ...about, number })
      continue
    }
    const checked = checkEvent(event, expected, { ...tools, articles })
    const { proof } = checked
    // The rows are in the order in which they were written.
    const what = checked.what ?? (number < last ? 'misplaced' : null)
    last = Math.max(last, number)
    if (what !== null) found.findings.push({ what, ...about, number })
    if (what === null && proof === 'proven') found.proven += 1
    if (proof === 'before') found.before += 1
  }
  return found
}

/** @returns when the first step at or behind a place was done; the last step where there is none behind. */
function firstBehind(times: Events['times'], number: number): string {
  return (times.find(([place]) => place >= number) ?? times.at(-1))?.[1] ?? ''
}

const STEP = 1000

function* rowsOfEvents(db: ReadDb): Generator<EventRow> {
  for (let after = -1; ;) {
    const rows = db.all<EventRow & { number: number }>(
      `SELECT number, ${EVENT_SELECTED} FROM events WHERE number > :after ORDER BY number LIMIT ${STEP}`,
      { after },
    )
    const last = rows.at(-1)
    if (last === undefined) return
    for (const { number: _number, ...row } of rows) yield row
    after = last.number
  }
}

function checkRows(db: ReadDb, walk: Walk): Found[] {
  const findings: Found[] = []
  for (const kind of ROW_KINDS) {
    let last = 0
    for (const { ref, seal, articleId, by, at } of journaledRows(db, kind)) {
      const expected = walk.expected.get(keyOf({ kind, ref }))
      walk.expected.delete(keyOf({ kind, ref }))
      const number = expected?.number ?? 0
      const isSame = expected !== undefined && seal === expected.item && articleId === expected.articleId
      // A revision is moved behind those of another store; the rest is in the order in which it was written.
      const isInOrder = kind === 'revision' || number >= last
      last = Math.max(last, number)
      if (isSame && isInOrder) continue
      const what = expected === undefined ? 'added' : isSame ? 'misplaced' : 'changed'
      findings.push({ what, about: kind, articleId, by, at, number })
    }
  }
  return findings
}

function removed({ kind, articleId, number }: Expected): Found {
  const about = kind === 'taken' ? 'event' : kind
  return { what: 'removed', about: isAudited(about) ? about : 'journal', articleId, by: '', at: '', number }
}

function isAudited(kind: string): kind is Found['about'] {
  return kind === 'event' || ROW_KINDS.some((each) => each === kind)
}

function ofJournal(what: Found['what'], number: number): Found {
  return { what, about: 'journal', articleId: '', by: '', at: '', number }
}

function checkEnd(db: ReadDb, walk: Walk, people: People, verify: Verify): Found[] {
  const end = endOfJournal(db, (person, bytes, signature) => {
    const key = people.get(person)?.publicKey
    return key !== undefined && verify(key, bytes, signature)
  })
  const earlier = walk.resumed.map((number) => ofJournal('resumed', number))
  return end === 'whole' ? earlier : [...earlier, ofJournal(END_FINDINGS[end], walk.entries)]
}

const END_FINDINGS = { unsigned: 'end-unsigned', forged: 'end-forged', cut: 'cut' } as const

function isIn({ journal, number, running }: JournalHead, walk: Walk, db: ReadDb): boolean {
  return journalHead(db)?.journal === journal && walk.at.get(number) === running
}

function checkPeople(db: ReadDb, people: People): Found[] {
  return db
    .all<PersonRow>(`SELECT ${PERSON_COLUMNS.selected} FROM people ORDER BY number`)
    .filter((row) => !PERSON_COLUMNS.isSound(row) || !people.has(row.id))
    .map((row) => ({ what: 'person', about: 'person', articleId: '', by: row.name, at: row.added_at, number: 0 }))
}

function headlineOf(db: ReadDb, id: string): string {
  return db.get<{ headline: string }>('SELECT headline FROM articles WHERE id = :id', { id })?.headline ?? ''
}
