import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { listQuerySchema } from '#core/contract/articles.ts'
import type { AssignmentEntry } from '#core/review/assignment.ts'
import { checkDatabase } from '#db/check.ts'
import { openStore, type Store } from '#db/open.ts'
import { bringForward } from '#db/recovery/forward.ts'
import { listArticles } from '#db/search/list.ts'
import { addAssignment, listAssignments } from '#db/tables/assignments.ts'
import { insertArticle, setDeleted } from '#db/tables/articles.ts'
import { purge } from '#db/tables/bin.ts'
import { countReview } from '#db/tables/open-review.ts'
import { addProposalEntry } from '#db/tables/proposal-entries.ts'
import { listProposals, putProposal, type ProposalRecord } from '#db/tables/proposals.ts'
import { addRevision } from '#db/tables/revisions.ts'
import { addThread, addThreadEntry, listThreads } from '#db/tables/threads.ts'
import { backUp } from '#electron/service/backups/back-up.ts'
import { restoreFrom } from '#electron/service/backups/restore.ts'
import { recoverStore } from '#electron/service/recovery/recover-store.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const AT = '2026-11-24T08:00:00.000Z'
const ARTICLE = smallArticle('a1', 'عنوان')
const HEAD = smallArticle('a1', 'عنوان أدقّ')
const PROPOSAL: ProposalRecord = {
  ...{ id: 'p1', articleId: 'a1', by: 'كريم', role: 'editor', note: '', base: ARTICLE, head: HEAD, state: 'open' },
  ...{ saveNumber: 0, createdAt: AT, updatedAt: AT },
}
const ASSIGNMENT: AssignmentEntry = {
  ...{ id: 's1', assignee: 'سعاد', deadline: '2026-11-25T08:00:00.000Z', instruction: 'أضيفي رأي الوزارة.' },
  ...{ at: AT, by: 'كريم', role: 'editor' },
}
const BY_EDITOR = { at: AT, by: 'كريم', role: 'editor' } as const

/** Adds an article of سعاد with a thread of two messages, a proposal and an assignment, all of كريم. */
function fill({ db }: Store): void {
  insertArticle(db, { article: ARTICLE, state: 'submitted', author: 'سعاد', at: AT })
  addRevision(db, { article: HEAD, at: AT, by: 'سعاد', reason: 'closed' })
  const revision = addRevision(db, { article: ARTICLE, at: AT, by: 'كريم', reason: 'commented' })
  addThread(db, 'a1', { id: 't1', revision, anchor: { on: 'block', block: 'b2' }, proposal: 'p1' })
  const entry = { ...BY_EDITOR, threadId: 't1' }
  addThreadEntry(db, { ...entry, id: 'e1', action: 'begun', messageId: 'm1', text: 'من قال هذا؟' })
  addThreadEntry(db, { ...entry, id: 'e2', action: 'replied', messageId: 'm2', text: 'ومتى قاله؟' })
  putProposal(db, PROPOSAL)
  addProposalEntry(db, {
    ...{ ...BY_EDITOR, id: 'd1', proposalId: 'p1', action: 'begun', removed: '', added: '', saveNumber: 0 },
  })
  countReview(db, 'a1')
  addAssignment(db, 'a1', ASSIGNMENT)
}

function filledFolder(): string {
  const folder = tempFolder()
  const store = openStore(folder)
  fill(store)
  store.close()
  return folder
}

function reopened(folder: string): Store {
  const store = openStore(folder)
  onTestFinished(() => store.close())
  return store
}

const file = (folder: string): string => join(folder, 'midad.db')

/** @returns what a store has of threads and proposals, counts and audit included. */
function reviewOf({ db }: Store): object {
  const needed = listArticles(db, listQuerySchema.parse({ needsMe: 'سعاد' })).rows
  return {
    texts: listThreads(db, 'a1').threads.map(({ messages }) => messages.map(({ text }) => text)),
    anchors: listThreads(db, 'a1').threads.map(({ anchor }) => anchor),
    proposals: listProposals(db, 'a1').proposals,
    audit: db.all('SELECT id, action FROM proposal_entries'),
    needed: needed.map(({ openThreads, openProposals }) => [openThreads, openProposals]),
    assigned: listAssignments(db, 'a1').entries,
    shown: needed.map(({ assignment }) => assignment.instruction),
  }
}

const WHOLE = {
  texts: [['من قال هذا؟', 'ومتى قاله؟']],
  anchors: [{ on: 'block', block: 'b2' }],
  proposals: [PROPOSAL],
  audit: [{ id: 'd1', action: 'begun' }],
  needed: [[1, 1]],
  assigned: [ASSIGNMENT],
  shown: ['أضيفي رأي الوزارة.'],
}

/** Runs SQL past the triggers of a closed store, as a failing disk would. */
function damage(folder: string, sql: string): void {
  const raw = new Database(file(folder))
  const triggers = raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[]
  const kept = triggers.map((name) => raw.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(name))
  for (const name of triggers) raw.exec(`DROP TRIGGER ${name}`)
  raw.exec(sql)
  for (const trigger of kept) raw.exec(String(trigger))
  raw.close()
}

describe('threads, proposals and assignments', () => {
  it('come back from a file without its first page', () => {
    const folder = filledFolder()
    const bytes = readFileSync(file(folder))
    writeFileSync(file(folder), bytes.fill(0, 0, 4096))
    recoverStore(folder, AT)
    expect(reviewOf(reopened(folder))).toEqual(WHOLE)
  })

  it('come back from a backup', async () => {
    const folder = filledFolder()
    const store = openStore(folder)
    const { path, check } = await backUp(store, tempFolder(), AT)
    store.close()
    expect(check.damagedReview).toBe(0)
    const other = reopened(tempFolder())
    await restoreFrom(other, path, AT)
    expect(reviewOf(other)).toEqual(WHOLE)
  })

  it('are taken from the end of a log that SQLite skips, the later save of a proposal too', () => {
    const folder = filledFolder()
    const before = tempFolder()
    copyFileSync(file(folder), file(before))
    const store = openStore(folder)
    putProposal(store.db, { ...PROPOSAL, saveNumber: 1, note: 'لاحقة' })
    const log = readFileSync(`${file(folder)}-wal`)
    store.close()
    const older = reopened(before)
    bringForward(older.db, log)
    expect(reviewOf(older)).toEqual({ ...WHOLE, proposals: [{ ...PROPOSAL, saveNumber: 1, note: 'لاحقة' }] })
  })

  it('of a text that is lost keep their messages, at the article', () => {
    const folder = filledFolder()
    damage(folder, "UPDATE revisions SET data = x'00' WHERE reason = 'commented'")
    writeFileSync(file(folder), readFileSync(file(folder)).fill(0, 0, 4096))
    recoverStore(folder, AT)
    expect(reviewOf(reopened(folder))).toEqual({ ...WHOLE, anchors: [{ on: 'article' }] })
    expect(checkDatabase(file(folder)).damagedReview).toBe(0)
  })

  it.each([
    ["UPDATE thread_entries SET text = 'من قال ذلك؟' WHERE id = 'e1'", { texts: [['ومتى قاله؟']] }],
    ['UPDATE threads SET anchor = \'{"on":"block","block":"b9"}\'', { anchors: [{ on: 'article' }] }],
    ["UPDATE proposals SET head = x'00'", { proposals: [] }],
    ["UPDATE proposals SET by = 'سعاد'", { proposals: [] }],
    ["UPDATE assignments SET assignee = 'ليلى'", { assigned: [] }],
    ["UPDATE proposal_entries SET action = 'accepted'", { audit: [{ id: 'd1', action: 'accepted' }] }],
  ])('are left out and counted where they are damaged, and the rest is read: %s', (sql, rest) => {
    const folder = filledFolder()
    damage(folder, sql)
    expect(checkDatabase(file(folder)).damagedReview).toBe(1)
    expect(reviewOf(reopened(folder))).toEqual({ ...WHOLE, ...rest })
  })

  it('stay with an article in the bin, and go with one that is removed for good', () => {
    const store = reopened(filledFolder())
    for (const table of ['thread_entries', 'threads', 'proposal_entries', 'proposals', 'assignments']) {
      expect(() => store.db.run(`DELETE FROM ${table}`)).toThrow(/append-only|are kept/u)
    }
    setDeleted(store.db, 'a1', AT)
    expect(listThreads(store.db, 'a1').threads).toHaveLength(1)
    setDeleted(store.db, 'a1', null)
    expect(reviewOf(store)).toEqual(WHOLE)
    setDeleted(store.db, 'a1', AT)
    purge(store.db, ['a1'], AT)
    expect(reviewOf(store)).toEqual({
      ...{ texts: [], anchors: [], proposals: [], audit: [], needed: [], assigned: [], shown: [] },
    })
    expect(store.db.get('SELECT count(*) AS left FROM needs')).toEqual({ left: 0 })
  })
})
