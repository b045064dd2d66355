import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bindingSchema, type Binding } from '#core/export/binding.ts'
import type { Block } from '#core/article/block.ts'
import { getDelivery, setDelivery } from '#db/tables/deliveries.ts'
import { approved, folderDestination, waitingForFolder } from '#tests/support/sending.ts'
import { EDITOR, REPORTER, testService, writtenArticle, type TestService } from '#tests/support/service.ts'

const refusedFor = (step: 'approval' | 'correction' | 'export', checks: string) => ({
  code: 'checks-failed',
  params: { step, checks },
})

/** Makes checks binding, as an editor. */
async function requireOf({ call }: TestService, levels: Partial<Binding>): Promise<void> {
  await call('settings.set', { role: 'editor' })
  await call('settings.set', { binding: bindingSchema.parse(levels) })
}

/** Saves an article with blocks after those that it has, and a section. */
async function extended({ call }: TestService, id: string, section: string, ...blocks: Block[]): Promise<void> {
  const { article, saveNumber } = await call('articles.open', { id, actor: EDITOR })
  const metadata = { ...article.metadata, section }
  const document = [...article.document, ...blocks]
  await call('articles.save', {
    ...{ article: { ...article, metadata, document }, baseSaveNumber: saveNumber, caret: null, actor: EDITOR },
  })
  await call('articles.close', { id })
}

it('only an editor changes what is required, by the role that the store knows', async () => {
  const { call } = testService()
  const binding = bindingSchema.parse({ 'no-section': 'approval' })
  await expect(call('settings.set', { binding, role: 'editor' })).rejects.toMatchObject({ code: 'role-not-allowed' })
  await expect(call('settings.set', { editorsPropose: true })).rejects.toMatchObject({ code: 'role-not-allowed' })
  expect(await call('settings.get', {})).toMatchObject({
    role: 'reporter',
    editorsPropose: false,
    binding: { 'no-section': 'advice' },
  })
  await call('settings.set', { role: 'editor' })
  await call('settings.set', { binding })
  expect(await call('settings.get', {})).toMatchObject({ binding: { 'no-section': 'approval', 'no-body': 'advice' } })
})

it('a check that is required for approval refuses it until the article passes', async () => {
  const test = testService()
  const { call } = test
  await requireOf(test, { 'no-section': 'approval', 'no-slug': 'export' })
  const id = await writtenArticle(test)
  await call('articles.close', { id })
  await call('review.move', { id, to: 'submitted', actor: REPORTER })
  const approve = () => call('review.move', { id, to: 'approved', actor: EDITOR })
  await expect(approve()).rejects.toMatchObject(refusedFor('approval', 'no-section'))
  expect((await call('articles.get', { id })).state).toBe('submitted')
  await extended(test, id, 'سياسة')
  await approve()
  expect((await call('articles.get', { id })).state).toBe('approved')
})

it('a published article is not marked as corrected without the text of a correction, where the house requires it', async () => {
  const test = testService()
  const { call } = test
  const published = async (...blocks: Block[]) => {
    const id = await writtenArticle(test)
    await call('articles.close', { id })
    await extended(test, id, '', ...blocks)
    await call('review.move', { id, to: 'submitted', actor: REPORTER })
    await call('review.move', { id, to: 'approved', actor: EDITOR })
    const folder = join(test.folder, 'exports')
    mkdirSync(folder, { recursive: true })
    await call('publish.export', { id, folder, actor: EDITOR })
    await call('review.move', { id, to: 'published', actor: EDITOR })
    return id
  }
  const bare = await published()
  const explained = await published({ type: 'correction', id: 'c', dir: 'rtl', children: [{ text: 'صُحّح الاسم.' }] })
  // The section that both lack was not required when they were approved.
  await requireOf(test, { 'no-section': 'approval', 'no-correction-text': 'approval' })
  const mark = (id: string) => call('review.move', { id, to: 'corrected', actor: EDITOR })
  await expect(mark(bare)).rejects.toMatchObject(refusedFor('correction', 'no-correction-text'))
  expect((await call('articles.get', { id: bare })).state).toBe('published')
  await mark(explained)
  expect((await call('articles.get', { id: explained })).state).toBe('corrected')
})

it('what leaves as a correction without the text of one is refused, where the house requires it', async () => {
  const test = testService()
  const id = await approved(test)
  const folder = join(test.folder, 'exports')
  mkdirSync(folder)
  const order = { id, folder, actor: EDITOR }
  await requireOf(test, { 'no-correction-text': 'export' })
  await test.call('publish.export', order)
  await expect(test.call('publish.export', { ...order, action: 'correct' })).rejects.toMatchObject(
    refusedFor('export', 'no-correction-text'),
  )
  expect(await test.call('publish.export', { ...order, action: 'update' })).toMatchObject({ version: 2 })
})

it('a check that is required stops the package, the file, the list and the delivery of an approved article', async () => {
  const test = testService()
  const { out, destinationId } = await folderDestination(test)
  const id = await approved(test)
  await requireOf(test, { 'no-section': 'export' })
  const folder = join(test.folder, 'exports')
  const order = { id, folder, actor: EDITOR }
  const refused = refusedFor('export', 'no-section')
  // Before the folder is looked for: the command line makes a folder that is missing.
  await expect(test.call('publish.export', order)).rejects.toMatchObject(refused)
  await expect(test.call('publish.exportFile', { ...order, format: 'text' })).rejects.toMatchObject(refused)
  mkdirSync(folder)
  await expect(test.call('deliveries.send', { id, destinationId, actor: EDITOR })).rejects.toMatchObject(refused)
  const many = await test.call('publish.exportMany', { ids: [id], folder, actor: EDITOR })
  expect(many).toMatchObject({ list: null, packages: [], refused: [{ id, ...refused }] })
  expect([...readdirSync(folder), ...readdirSync(out)]).toEqual([])
})

it('a draft leaves whatever it lacks, and so does the announcement of a kill', async () => {
  const test = testService()
  const folder = join(test.folder, 'exports')
  mkdirSync(folder)
  const killed = await approved(test)
  await test.call('publish.export', { id: killed, folder, actor: EDITOR })
  await test.call('review.move', { id: killed, to: 'killed', actor: EDITOR, note: 'خطأ' })
  const draft = await writtenArticle(test)
  await requireOf(test, { 'no-section': 'approval' })
  const order = { folder, actor: EDITOR }
  expect(await test.call('publish.export', { ...order, id: killed })).toMatchObject({ version: 2, action: 'kill' })
  expect(await test.call('publish.export', { ...order, id: draft, draft: true })).toMatchObject({ draft: true })
})

it('a check that becomes required while a package is made stops it before a file is written', async () => {
  const test = testService()
  const id = await approved(test)
  const folder = join(test.folder, 'exports')
  mkdirSync(folder)
  await test.call('settings.set', { role: 'editor' })
  const exported = test.call('publish.export', { id, folder, actor: EDITOR })
  await test.call('settings.set', { binding: bindingSchema.parse({ 'no-section': 'export' }) })
  await expect(exported).rejects.toMatchObject(refusedFor('export', 'no-section'))
  expect(readdirSync(folder)).toEqual([])
})

describe('a delivery that was queued before a check became required', () => {
  /** An approved article that waits for a folder which has just come back. */
  async function waiting() {
    const test = testService()
    const sending = await waitingForFolder(test)
    mkdirSync(sending.out)
    return { ...test, ...sending, test }
  }
  const HELD = {
    state: 'held',
    problem: { code: 'checks-failed', params: { checks: 'no-section' } },
    nextAttempt: null,
  }

  it('is held at once with the reason, and is not sent, whoever asks for it', async () => {
    const { test, call, service, id, out, deliveryId, delivery, changes } = await waiting()
    changes.length = 0
    await requireOf(test, { 'no-section': 'export' })
    expect(await delivery()).toMatchObject(HELD)
    expect(changes).toContainEqual({ type: 'delivery-changed', id, deliveryId })
    await service.courier.run()
    expect((await call('deliveries.retry', { deliveryId, actor: EDITOR })).delivery).toMatchObject(HELD)
    expect(readdirSync(out)).toEqual([])
    const { events } = await call('review.history', { id })
    expect(events.filter(({ action }) => action === 'held')).toMatchObject([
      { by: 'مكتب التحرير', role: 'editor', at: '2026-11-24T08:15:00.000Z', note: 'المجلد الساخن' },
    ])
  })

  it('is sent when it is tried again after the house requires less', async () => {
    const { test, call, out, deliveryId } = await waiting()
    await requireOf(test, { 'no-section': 'export' })
    await requireOf(test, {})
    const { delivery } = await call('deliveries.retry', { deliveryId, actor: EDITOR })
    expect(delivery).toMatchObject({ state: 'delivered', problem: null })
    expect(readdirSync(out)).toEqual(['عنوان-article2-v1.zip'])
  })

  it('is sent when it passes', async () => {
    const { test, service, delivery } = await waiting()
    await requireOf(test, { 'no-body': 'export' })
    expect(await delivery()).toMatchObject({ state: 'queued' })
    await service.courier.run()
    expect(await delivery()).toMatchObject({ state: 'delivered' })
  })

  it('goes on when it may have arrived without an answer: whether it has must be found out', async () => {
    const { test, store, out, deliveryId, delivery } = await waiting()
    const { progress } = getDelivery(store.db, deliveryId) ?? {}
    if (progress === undefined) throw new Error('no delivery')
    const moving = { from: join(out, 'gone.part'), to: join(out, 'gone.zip'), sha256: 'a'.repeat(64) }
    setDelivery(store.db, deliveryId, 'queued', { ...progress, remote: { moving } }, '2026-11-24T09:30:00.000Z')
    await requireOf(test, { 'no-section': 'export' })
    expect(await delivery()).toMatchObject({ state: 'queued' })
  })

  it('is not sent by a Midad that did not hold it', async () => {
    const { test, call, id, service, store, out, deliveryId, delivery } = await waiting()
    await requireOf(test, { 'no-section': 'export' })
    const { progress } = getDelivery(store.db, deliveryId) ?? {}
    if (progress === undefined) throw new Error('no delivery')
    setDelivery(store.db, deliveryId, 'queued', { ...progress, problem: null }, '2026-11-24T09:30:00.000Z')
    await service.courier.run()
    expect(await delivery()).toMatchObject(HELD)
    const { events } = await call('review.history', { id })
    expect(events.filter(({ action }) => action === 'held').map(({ by }) => by)).toEqual(['مكتب التحرير', 'مداد'])
    expect(readdirSync(out)).toEqual([])
  })
})
