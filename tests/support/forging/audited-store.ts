import { join } from 'node:path'
import Database from 'better-sqlite3'
import { closeCopy } from '#db/close-copy.ts'
import { addFunctions } from '#db/functions.ts'
import { createHandle } from '#db/handles.ts'
import { knownEnd, type JournalHead } from '#db/tables/journal.ts'
import { listPeople, putPerson } from '#db/tables/people.ts'
import { createKeyPair, sign } from '#electron/files/keys.ts'
import { personIdOf } from '#core/newsroom/person.ts'
import { testService, type TestService } from '../service.ts'

/** Somebody who can sign, as the id and the key say. */
export type Key = { person: string; publicKey: string; sign: (bytes: Uint8Array) => Uint8Array }

/** A closed copy of a store with an honest audit, and one of the same store as it was before its last steps. */
export type AuditedStore = {
  path: string
  older: string
  /** The articles: one with all that stands beside a text, one without. */
  ids: { one: string; other: string }
  /** Of سعاد, who works in the store, and of كريم, whom it knows too. */
  suad: Key
  karim: Key
  /** As a backup keeps it. */
  head: JournalHead
  olderHead: JournalHead
}

async function write({ call }: TestService, headline: string): Promise<string> {
  const { id } = await call('articles.create', {})
  const { article, saveNumber } = await call('articles.open', { id })
  const [head] = article.document
  const document = [
    { ...head, children: [{ text: headline }] },
    ...article.document.slice(1),
  ] as typeof article.document
  await call('articles.save', { article: { ...article, document }, baseSaveNumber: saveNumber, caret: null })
  await call('articles.close', { id })
  await call('review.move', { id, to: 'submitted', note: 'جاهزة للمراجعة' })
  return id
}

/** Writes beside the text of an article all that the journal covers. */
async function discuss({ call }: TestService, id: string): Promise<void> {
  const { article, saveNumber } = await call('articles.get', { id })
  const { thread } = await call('threads.begin', {
    ...{ id, saveNumber, anchor: { on: 'article' }, proposal: null, text: 'من المصدر؟' },
  })
  await call('threads.reply', { threadId: thread.id, text: 'وكالة الأنباء' })
  for (const proposalId of ['p1', 'p2']) {
    const head = { ...article, metadata: { ...article.metadata, section: proposalId } }
    await call('proposals.save', { id, proposalId, base: article, head, note: '', baseSaveNumber: null })
  }
  for (const assignee of ['كريم', 'منى'])
    await call('desk.assign', { ids: [id], assignment: { assignee, deadline: null, instruction: 'اختصر' } })
}

function headOf(path: string): JournalHead {
  const connection = new Database(path, { readonly: true })
  const head = knownEnd(createHandle(() => connection))
  connection.close()
  if (head === null) throw new Error('The store has no journal')
  return head
}

/** Makes a key pair, as anyone can. */
export function newKey(): Key {
  const { publicKey, privateKey } = createKeyPair()
  return { person: personIdOf(publicKey), publicKey, sign: (bytes) => sign(privateKey, bytes) }
}

/** Makes the store, in a folder. */
export async function auditedStore(folder: string): Promise<AuditedStore> {
  const test = testService(folder)
  const { call, store, service } = test
  await call('settings.set', { name: 'سعاد', role: 'editor' })
  const karim = newKey()
  const came = { addedAt: '2026-11-24T08:00:30.000Z', leftAt: null }
  putPerson(store.db, { id: karim.person, name: 'كريم', role: 'editor', publicKey: karim.publicKey, ...came })
  const ids = { one: await write(test, 'عنوان أول'), other: await write(test, 'عنوان ثان') }
  await discuss(test, ids.one)
  const [path, older] = [join(folder, 'whole.db'), join(folder, 'older.db')]
  await store.copyTo(older)
  await call('review.move', { id: ids.one, to: 'approved' })
  await call('review.move', { id: ids.other, to: 'draft', note: 'أكملي الفقرة الأولى' })
  await store.copyTo(path)
  for (const copy of [path, older]) closeCopy(copy)
  const [person] = listPeople(store.db)
  const privateKey = service.courier.secrets.get(`person-${person?.id ?? ''}`) ?? ''
  const suad = {
    ...{ person: person?.id ?? '', publicKey: person?.publicKey ?? '' },
    sign: (bytes: Uint8Array) => sign(privateKey, bytes),
  }
  return { path, older, ids, suad, karim, head: headOf(path), olderHead: headOf(older) }
}

/** Opens a store as a forger does: without the triggers that stand in the way. */
export function openToForge(path: string): Database.Database {
  const connection = new Database(path)
  addFunctions(connection)
  connection.pragma('journal_mode = DELETE')
  connection.pragma('foreign_keys = OFF')
  const triggers = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all() as string[]
  for (const name of triggers) connection.exec(`DROP TRIGGER "${name}"`)
  return connection
}
