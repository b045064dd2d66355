import { append, reseal } from './rewrite.ts'
import type { Way } from './ways.ts'

/** Rows of the first article that are changed or removed, and an entry behind the signed end that agrees with it. */
const again =
  (kind: 'message' | 'decision', table: 'thread_entries' | 'proposal_entries', change: string): Way['forge'] =>
  (db, { ids }) => {
    const last = `SELECT id, seal FROM ${table} ORDER BY number DESC LIMIT 1`
    const { id } = db.prepare(last).get() as { id: string }
    db.prepare(`UPDATE ${table} SET ${change} WHERE id = ?`).run(id)
    reseal(db, table)
    const { seal } = db.prepare(last).get() as { seal: string }
    append(db, { kind, articleId: ids.one, ref: id, item: seal })
  }

/** What a program without the key may write there, used to excuse a change of what is signed. */
export const WAYS_BEHIND_THE_END: readonly Way[] = [
  {
    name: 'the last message is changed and journalled again',
    forge: again('message', 'thread_entries', "text = 'لا مصدر'"),
    found: ['end-unsigned journal'],
  },
  {
    name: 'the last decision is changed and journalled again',
    forge: again('decision', 'proposal_entries', "by = 'كريم'"),
    found: ['end-unsigned journal'],
  },
  {
    name: 'the last message is changed and journalled again for another article',
    forge: (db, store) =>
      again(
        'message',
        'thread_entries',
        "text = 'لا مصدر'",
      )(db, { ...store, ids: { ...store.ids, one: store.ids.other } }),
    found: ['changed message', 'end-unsigned journal'],
  },
  {
    name: 'a version is removed, and the journal says that it was thinned',
    forge: (db) => {
      const last = 'SELECT hash, article_id, seal FROM revisions ORDER BY rowid DESC LIMIT 1'
      const {
        hash,
        article_id: articleId,
        seal,
      } = db.prepare(last).get() as Record<'hash' | 'article_id' | 'seal', string>
      db.prepare('DELETE FROM revisions WHERE hash = ?').run(hash)
      append(db, { kind: 'thinned', articleId, ref: hash, item: seal })
    },
    found: ['end-unsigned journal'],
  },
  {
    name: 'all that stands beside an article is removed, and the journal says that it was deleted for good',
    forge: (db, { ids }) => {
      db.exec('DELETE FROM thread_entries; DELETE FROM threads; DELETE FROM proposal_entries; DELETE FROM assignments')
      db.prepare('DELETE FROM revisions WHERE article_id = ?').run(ids.one)
      append(db, { kind: 'purged', articleId: ids.one, ref: ids.one, item: '' })
    },
    found: ['end-unsigned journal'],
  },
]
