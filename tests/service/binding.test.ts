import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bindingSchema } from '#core/export/binding.ts'
import { approved, folderDestination } from '#tests/support/sending.ts'
import { EDITOR, REPORTER, testService, writtenArticle } from '#tests/support/service.ts'

const FOR_APPROVAL = bindingSchema.parse({ 'no-section': 'approval' })
const REFUSED = { code: 'checks-failed', params: { checks: 'no-section' } }

it('a check that is required for approval stops it, and only an editor makes it so', async () => {
  const test = testService()
  const { call } = test
  await expect(call('settings.set', { binding: FOR_APPROVAL, role: 'editor' })).rejects.toMatchObject({
    code: 'role-not-allowed',
  })
  await call('settings.set', { role: 'editor' })
  await call('settings.set', { binding: FOR_APPROVAL })
  const id = await writtenArticle(test)
  await call('review.move', { id, to: 'submitted', actor: REPORTER })
  await expect(call('review.move', { id, to: 'approved', actor: EDITOR })).rejects.toMatchObject(REFUSED)
  expect((await call('articles.get', { id })).state).toBe('submitted')
})

it('a check that is required stops the package, the file, the list and the delivery of an approved article', async () => {
  const test = testService()
  const { out, destinationId } = await folderDestination(test)
  const id = await approved(test)
  await test.call('settings.set', { role: 'editor' })
  await test.call('settings.set', { binding: bindingSchema.parse({ 'no-section': 'export' }) })
  const folder = join(test.folder, 'exports')
  mkdirSync(folder)
  const order = { id, folder, actor: EDITOR }
  await expect(test.call('publish.export', order)).rejects.toMatchObject(REFUSED)
  await expect(test.call('publish.exportFile', { ...order, format: 'text' })).rejects.toMatchObject(REFUSED)
  await expect(test.call('deliveries.send', { id, destinationId, actor: EDITOR })).rejects.toMatchObject(REFUSED)
  const many = await test.call('publish.exportMany', { ids: [id], folder, actor: EDITOR })
  expect(many).toMatchObject({ list: null, packages: [], refused: [{ id, ...REFUSED }] })
  expect([...readdirSync(folder), ...readdirSync(out)]).toEqual([])
})
