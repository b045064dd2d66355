import type Database from 'better-sqlite3'
import type { AuditFinding } from '#core/contract/audit.ts'
import { eventIdOf, NO_RUNNING_HASH } from '#core/newsroom/chained-event.ts'
import { createHandle } from '#db/handles.ts'
import { EVENT_SELECTED, eventOf, type EventRow, type StoredEvent } from '#db/tables/events.ts'
import type { JournalEntry } from '#db/tables/journal.ts'
import { newKey, type AuditedStore } from './audited-store.ts'
import { append, rechain, reseal, resealed, setEnd, sql } from './rewrite.ts'

/** How somebody with the file in hand changes an audit, and what must be found: each `what` with `about`. */
export type Way = {
  name: string
  forge: (db: Database.Database, store: AuditedStore) => void
  found: readonly `${AuditFinding['what']} ${AuditFinding['about']}`[]
}

/** The second of the six events: the submission of the first article. */
const SECOND = 'number = 2'

const everyColumn = (
  [
    ['at', "at = '2026-11-23T08:00:00.000Z'"],
    ['by', "by = 'كريم'"],
    ['role', "role = 'chief'"],
    ['action', "action = 'reopened'"],
    ['from_state', "from_state = 'approved'"],
    ['to_state', "to_state = 'approved'"],
    ['note', "note = 'وافق عليها رئيس التحرير'"],
    ['revision', 'revision = (SELECT revision FROM events WHERE number = 1)'],
    ['article_id', 'article_id = (SELECT article_id FROM events WHERE number = 3)'],
    ['person', 'person = NULL'],
    ['parents', "parents = '[]'"],
    ['settles', `settles = '["${'a'.repeat(64)}"]'`],
    ['running', `running = '${'a'.repeat(64)}'`],
    ['signature', `signature = '${'a'.repeat(128)}'`],
  ] as const
).map(([column, change]): Way => ({
  name: `the ${column} of a step is changed, with a new seal`,
  forge: resealed('events', `UPDATE events SET ${change} WHERE ${SECOND}`),
  found: column === 'article_id' ? ['forged event', 'misplaced event'] : ['forged event'],
}))

const events: readonly Way[] = [
  {
    name: 'the note of a step is changed',
    forge: sql(`UPDATE events SET note = '' WHERE ${SECOND}`),
    found: ['changed event'],
  },
  {
    name: 'a seal is changed',
    forge: sql(`UPDATE events SET seal = '${'a'.repeat(64)}' WHERE ${SECOND}`),
    found: ['changed event'],
  },
  {
    name: 'a step is changed, with a new seal and a new id',
    forge: (db) => {
      resealed('events', `UPDATE events SET note = 'موافق' WHERE ${SECOND}`)(db)
      db.prepare(`UPDATE events SET id = ? WHERE ${SECOND}`).run(eventIdOf(eventAt(db, 2)))
    },
    found: ['added event', 'removed event', 'misplaced event'],
  },
  {
    name: 'the first step is removed',
    forge: sql('DELETE FROM events WHERE number = 1'),
    found: ['removed event', 'misplaced event'],
  },
  {
    name: 'a step in the middle is removed',
    forge: sql('DELETE FROM events WHERE number = 2'),
    found: ['removed event', 'misplaced event'],
  },
  { name: 'the last step is removed', forge: sql('DELETE FROM events WHERE number = 6'), found: ['removed event'] },
  {
    name: 'all steps are removed',
    forge: sql('DELETE FROM events'),
    found: Array<'removed event'>(6).fill('removed event'),
  },
  {
    name: 'two steps change places',
    forge: sql(
      'UPDATE events SET number = 99 WHERE number = 1',
      'UPDATE events SET number = 1 WHERE number = 2',
      'UPDATE events SET number = 2 WHERE number = 99',
    ),
    found: ['misplaced event'],
  },
  { name: 'a step is put in', forge: (db) => putIn(db, {}), found: ['added event'] },
  {
    name: 'a step is put in as one from before the audit',
    forge: (db) => putIn(db, { running: NO_RUNNING_HASH }),
    found: ['added event'],
  },
  {
    name: 'a step is put in and into the journal',
    forge: (db) => void journal(db, putIn(db, {})),
    found: ['misplaced event'],
  },
  {
    name: 'a step is put in as one from elsewhere, and the end of the journal is moved',
    forge: (db) => {
      const { number, running } = journal(db, putIn(db, {}), 'taken')
      setEnd(db, number, running, 'as-before')
    },
    found: ['end-forged journal'],
  },
  {
    name: 'a step is put in, and the end of the journal loses its signature',
    forge: (db) => {
      const { number, running } = journal(db, putIn(db, {}), 'taken')
      setEnd(db, number, running, 'nobody')
    },
    found: ['end-unsigned journal'],
  },
  {
    name: 'a step of one article is shown in another',
    forge: (db, { ids }) => putIn(db, { articleId: ids.other, id: 'b'.repeat(64) }, 2),
    found: ['added event'],
  },
  {
    name: 'a step of one article is shown in another, with the whole chain worked out again',
    forge: (db, { ids }) => {
      journal(db, putIn(db, { articleId: ids.other, id: 'b'.repeat(64) }, 2), 'taken')
      rechain(db, 'as-before')
    },
    found: ['misplaced event', 'end-forged journal'],
  },
  {
    name: 'a step is signed by a key that nobody knows',
    forge: (db) => {
      const key = newKey()
      putIn(db, { person: key.person, signature: Buffer.from(key.sign(Buffer.from('x'))).toString('hex') })
    },
    found: ['added event'],
  },
]

const journals: readonly Way[] = [
  {
    name: 'the last entry of the journal is cut off',
    forge: sql('DELETE FROM journal WHERE number = (SELECT max(number) FROM journal)'),
    found: ['added event', 'cut journal', 'older journal'],
  },
  {
    name: 'the last step is cut off everywhere, and the end of the journal too',
    forge: (db) => cutLastStep(db, 'as-before'),
    found: ['end-forged journal', 'older journal'],
  },
  {
    name: 'the last step is cut off everywhere, and the end loses its signature',
    forge: (db) => cutLastStep(db, 'nobody'),
    found: ['end-unsigned journal', 'older journal'],
  },
  {
    name: 'the end of the journal is removed',
    forge: sql('DELETE FROM journal_head'),
    found: ['cut journal', 'older journal', 'older journal'],
  },
  {
    name: 'the signature of the end is removed',
    forge: sql('UPDATE journal_head SET person = NULL, signature = NULL'),
    found: ['end-unsigned journal'],
  },
  {
    name: 'the end bears the name of another person',
    forge: (db, { karim }) => void db.prepare('UPDATE journal_head SET person = ?').run(karim.person),
    found: ['end-forged journal'],
  },
  {
    name: 'the journal is said to be another one',
    forge: sql(`UPDATE journal_head SET journal = '${'a'.repeat(32)}'`),
    found: ['end-forged journal', 'older journal', 'older journal'],
  },
  {
    name: 'an entry of the journal names another row',
    forge: sql(`UPDATE journal SET item = '${'a'.repeat(64)}' WHERE kind = 'message'`),
    found: ['broken journal', 'broken journal', 'changed message', 'changed message'],
  },
  {
    name: 'an entry of the journal is taken out',
    forge: sql("DELETE FROM journal WHERE number = (SELECT min(number) FROM journal WHERE kind = 'message')"),
    found: ['broken journal', 'added message'],
  },
  {
    name: 'two entries of the journal change places',
    forge: sql(
      'UPDATE journal SET number = 99 WHERE number = 2',
      'UPDATE journal SET number = 2 WHERE number = 3',
      'UPDATE journal SET number = 3 WHERE number = 99',
    ),
    found: ['broken journal', 'broken journal', 'broken journal', 'misplaced event'],
  },
  {
    name: 'the journal is emptied',
    forge: sql('DELETE FROM journal'),
    found: [
      ...Array<'added event'>(6).fill('added event'),
      ...Array<'added revision'>(4).fill('added revision'),
      'added thread',
      ...([
        'added message',
        'added message',
        'added decision',
        'added decision',
        'added assignment',
        'added assignment',
      ] as const),
      'cut journal',
      'older journal',
      'older journal',
    ],
  },
  {
    name: 'the journal begins anew behind what was changed',
    forge: (db) => {
      db.exec(`UPDATE events SET note = 'موافق' WHERE ${SECOND}`)
      rechain(db, 'nobody')
      const { number, running } = append(db, { kind: 'begun', articleId: '', ref: 'a'.repeat(32), item: '' })
      setEnd(db, number, running, 'nobody')
    },
    found: ['end-unsigned journal', 'older journal', 'older journal'],
  },
]

/** A step as a program without the key may write it: nothing else is in doubt, and the step is not proven. */
export function putInLast(db: Database.Database): void {
  const { running } = db.prepare('SELECT running FROM journal ORDER BY number DESC LIMIT 1').get() as {
    running: string
  }
  append(db, putIn(db, { running }))
}

export const WAYS_OF_STEPS: readonly Way[] = [...everyColumn, ...events, ...journals]

function eventAt(db: Database.Database, number: number): StoredEvent {
  const row = createHandle(() => db).get<EventRow>(`SELECT ${EVENT_SELECTED} FROM events WHERE number = :number`, {
    number,
  })
  const event = row === undefined ? null : eventOf(row)
  if (event === null) throw new Error('There is no such event')
  return event
}

/** Puts in a step like another one, unsigned unless the changes say otherwise. @returns its entry for the journal */
function putIn(db: Database.Database, change: Partial<StoredEvent>, like = 5): JournalEntry {
  const plain = { ...eventAt(db, like), note: 'وافقت', person: null, signature: null, ...change }
  const event = { ...plain, id: change.id ?? eventIdOf(plain) }
  const {
    articleId,
    at,
    by,
    role,
    action,
    from,
    to,
    note,
    revision,
    id,
    person,
    parents,
    settles,
    running,
    signature,
  } = event
  db.prepare(
    `INSERT INTO events (article_id, at, by, role, action, from_state, to_state, note, revision, seal, id, person, parents,
       settles, running, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...([articleId, at, by, role, action, from, to, note, revision] as const),
    ...([id, person, JSON.stringify(parents), JSON.stringify(settles), running, signature] as const),
  )
  reseal(db, 'events')
  return { kind: 'event', articleId, ref: id, item: id }
}

function journal(
  db: Database.Database,
  entry: JournalEntry,
  kind: 'event' | 'taken' = 'event',
): { number: number; running: string } {
  return append(db, { ...entry, kind })
}

function cutLastStep(db: Database.Database, signs: 'as-before' | 'nobody'): void {
  db.exec('DELETE FROM events WHERE number = 6')
  db.exec('DELETE FROM journal WHERE number = (SELECT max(number) FROM journal)')
  const { number, running } = db.prepare('SELECT number, running FROM journal ORDER BY number DESC LIMIT 1').get() as {
    number: number
    running: string
  }
  setEnd(db, number, running, signs)
}
