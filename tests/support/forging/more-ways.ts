import { copyFileSync } from 'node:fs'
import { newKey } from './audited-store.ts'
import { rechain, resealed, sql } from './rewrite.ts'
import type { Way } from './ways.ts'

const FIRST = 'number = 1'
const swap = (table: string): Way['forge'] =>
  sql(
    `UPDATE ${table} SET number = 99 WHERE number = 1`,
    `UPDATE ${table} SET number = 1 WHERE number = 2`,
    `UPDATE ${table} SET number = 2 WHERE number = 99`,
  )

const beside: readonly Way[] = [
  {
    name: 'the words of a message are changed, with a new seal',
    forge: resealed('thread_entries', `UPDATE thread_entries SET text = 'لا مصدر' WHERE ${FIRST}`),
    found: ['changed message'],
  },
  {
    name: 'the author of a message is changed, with a new seal',
    forge: resealed('thread_entries', `UPDATE thread_entries SET by = 'كريم' WHERE ${FIRST}`),
    found: ['changed message'],
  },
  { name: 'a message is removed', forge: sql(`DELETE FROM thread_entries WHERE ${FIRST}`), found: ['removed message'] },
  {
    name: 'a message is put in',
    forge: resealed(
      'thread_entries',
      `INSERT INTO thread_entries (id, thread_id, at, by, role, action, message_id, text, seal) SELECT 'm9', thread_id, at, by, role, 'replied', 'm9', 'وافق الرئيس', '' FROM thread_entries WHERE ${FIRST}`,
    ),
    found: ['added message'],
  },
  { name: 'two messages change places', forge: swap('thread_entries'), found: ['misplaced message'] },
  {
    name: 'a thread is moved to another article',
    forge: resealed(
      'threads',
      'UPDATE threads SET article_id = (SELECT id FROM articles ORDER BY number DESC LIMIT 1)',
    ),
    found: ['changed thread', 'changed message', 'changed message'],
  },
  {
    name: 'the place of a thread is changed',
    forge: resealed('threads', `UPDATE threads SET anchor = '{"on":"block","block":"b"}'`),
    found: ['changed thread'],
  },
  {
    name: 'a thread is removed with its messages',
    forge: sql('DELETE FROM thread_entries', 'DELETE FROM threads'),
    found: ['removed thread', 'removed message', 'removed message'],
  },
  {
    name: 'a decision on a proposal is changed',
    forge: resealed('proposal_entries', `UPDATE proposal_entries SET action = 'rejected' WHERE ${FIRST}`),
    found: ['changed decision'],
  },
  {
    name: 'a decision on a proposal is removed',
    forge: sql(`DELETE FROM proposal_entries WHERE ${FIRST}`),
    found: ['removed decision'],
  },
  { name: 'two decisions change places', forge: swap('proposal_entries'), found: ['misplaced decision'] },
  {
    name: 'an assignment is given another deadline',
    forge: resealed('assignments', `UPDATE assignments SET deadline = '2026-12-01T00:00:00.000Z' WHERE ${FIRST}`),
    found: ['changed assignment'],
  },
  {
    name: 'an assignment is removed',
    forge: sql(`DELETE FROM assignments WHERE ${FIRST}`),
    found: ['removed assignment'],
  },
]

const EVERY_STEP = [
  'forged event',
  'forged event',
  'forged event',
  'forged event',
  'forged event',
  'forged event',
] as const
const UNKNOWN = [
  'unknown event',
  'unknown event',
  'unknown event',
  'unknown event',
  'unknown event',
  'unknown event',
] as const
const BOTH_HEADS = ['older journal', 'older journal'] as const

const revisions: readonly Way[] = [
  {
    name: 'the bytes of a revision are changed',
    forge: sql(`UPDATE revisions SET data = deflate('{}') WHERE rowid = 1`),
    found: ['changed revision'],
  },
  {
    name: 'the writer of a revision is changed, with a new seal',
    forge: resealed('revisions', `UPDATE revisions SET by = 'كريم' WHERE rowid = 1`),
    found: ['changed revision'],
  },
  { name: 'a revision is removed', forge: sql('DELETE FROM revisions WHERE rowid = 1'), found: ['removed revision'] },
  {
    name: 'a revision is put in',
    forge: (db) => {
      const text = '{"id":"article1"}'
      const hash = '07deb2cc8bb9a0bb9a1f8e3e30d7ffc60f6ac2a7ad0bd42d3a7e2c1d7ae5b5b1'
      db.prepare(
        `INSERT INTO revisions (hash, article_id, data, parent, reason, by, created_at, seal)
         SELECT ?, article_id, deflate(?), parent, reason, by, created_at, '' FROM revisions WHERE rowid = 1`,
      ).run(hash, text)
    },
    found: ['added revision'],
  },
  {
    name: 'a revision is removed as if it had been thinned out, with the whole chain worked out again',
    forge: (db) => {
      db.exec(
        "UPDATE journal SET kind = 'thinned' WHERE number = (SELECT min(number) FROM journal WHERE kind = 'revision')",
      )
      db.exec('DELETE FROM revisions WHERE rowid = 1')
      rechain(db, 'as-before')
    },
    found: [...EVERY_STEP, 'end-forged journal', ...BOTH_HEADS],
  },
]

const keys: readonly Way[] = [
  {
    name: 'all hashes are worked out again without the key, behind a changed step',
    forge: (db) => {
      db.exec("UPDATE events SET note = 'موافق' WHERE number = 1")
      rechain(db, 'as-before')
    },
    found: [...EVERY_STEP, 'end-forged journal', ...BOTH_HEADS],
  },
  {
    name: 'all signatures are taken away, and all hashes worked out again',
    forge: (db) => rechain(db, 'nobody'),
    found: ['end-unsigned journal', ...BOTH_HEADS],
  },
  {
    name: 'all is signed again by a key that nobody knows',
    forge: (db) => rechain(db, newKey()),
    found: [...UNKNOWN, 'end-forged journal', ...BOTH_HEADS],
  },
  {
    name: 'all is signed again by another person of the store',
    forge: (db, { karim }) => rechain(db, karim),
    found: [...EVERY_STEP, ...BOTH_HEADS],
  },
  {
    name: 'all is signed again by a person who was put in under the same name',
    forge: (db) => {
      const key = newKey()
      db.prepare(
        `INSERT INTO people (id, name, role, public_key, added_at, left_at, seal)
         SELECT ?, name, role, ?, added_at, left_at, seal(?, name, role, ?, added_at, left_at) FROM people WHERE number = 1`,
      ).run(...([key.person, key.publicKey, key.person, key.publicKey] as const))
      rechain(db, key)
    },
    found: BOTH_HEADS,
  },
  {
    name: 'all is changed and signed again by the person whose machine it is',
    forge: (db, { suad }) => {
      db.exec("UPDATE events SET note = 'موافق' WHERE number = 1")
      rechain(db, suad)
    },
    found: BOTH_HEADS,
  },
  {
    name: 'the key of a person is replaced',
    forge: (db, { suad }) => {
      const { publicKey } = newKey()
      db.prepare(
        'UPDATE people SET public_key = ?, seal = seal(id, name, role, ?, added_at, left_at) WHERE id = ?',
      ).run(...([publicKey, publicKey, suad.person] as const))
    },
    found: ['person person', ...UNKNOWN, 'end-forged journal'],
  },
  {
    name: 'the key of a person is replaced, and all is signed again by it',
    forge: (db, { suad }) => {
      const key = newKey()
      db.prepare(
        'UPDATE people SET public_key = ?, seal = seal(id, name, role, ?, added_at, left_at) WHERE id = ?',
      ).run(...([key.publicKey, key.publicKey, suad.person] as const))
      rechain(db, { ...key, person: suad.person })
    },
    found: ['person person', ...UNKNOWN, 'end-forged journal'],
  },
  {
    name: 'a person is removed',
    forge: (db, { suad }) => void db.prepare('DELETE FROM people WHERE id = ?').run(suad.person),
    found: [...UNKNOWN, 'end-forged journal'],
  },
  {
    name: 'the role of a person is changed',
    forge: (db, { suad }) => void db.prepare("UPDATE people SET role = 'chief' WHERE id = ?").run(suad.person),
    found: ['person person', ...UNKNOWN, 'end-forged journal'],
  },
  {
    name: 'a house file is put in that nobody signed',
    forge: sql(
      `INSERT INTO houses (version, file, taken_at, seal) VALUES (1, '{}', '2026-11-24T08:00:00.000Z', seal(1, '{}', '2026-11-24T08:00:00.000Z'))`,
    ),
    found: ['house house', 'added house'],
  },
]

/** What is done with the file as a whole, in the place of the database. */
export const WAYS_OF_FILES: readonly {
  name: string
  forge: (path: string, older: string) => void
  found: Way['found']
}[] = [
  {
    name: 'an older copy of the whole store is put back',
    forge: (path, older) => copyFileSync(older, path),
    found: ['older journal'],
  },
]

export const MORE_WAYS: readonly Way[] = [...beside, ...revisions, ...keys]
