import { expect, it } from 'vitest'
import { EDITOR, REPORTER, testService, writtenArticle } from '#tests/support/service.ts'

it('a window cannot act as an editor while a reporter is at work', async () => {
  const test = testService()
  const id = await writtenArticle(test)
  await test.call('review.move', { id, to: 'submitted', actor: REPORTER })
  const approve = () => test.service.call('review.move', { id, to: 'approved', actor: EDITOR }, 'one')
  expect(await approve()).toMatchObject({ ok: false, error: { code: 'role-not-allowed' } })
  await test.call('settings.set', { name: 'كريم', role: 'editor' })
  expect(await approve()).toMatchObject({ ok: true })
  const { events } = await test.call('review.history', { id })
  expect(events.at(-1)).toMatchObject({ action: 'moved', to: 'approved', by: 'كريم', role: 'editor' })
})

it('a window acts as the person who works in the store, whatever it says', async () => {
  const test = testService()
  await test.call('settings.set', { name: 'سعاد' })
  const made = await test.service.call('articles.create', { actor: EDITOR }, 'one')
  const { events } = await test.call('review.history', { id: made.ok ? made.value.id : '' })
  expect(events).toMatchObject([{ action: 'created', by: 'سعاد', role: 'reporter' }])
})

it('until somebody gave a name, the desk acts', async () => {
  const test = testService()
  const { id } = await test.call('articles.create', {})
  const { events } = await test.call('review.history', { id })
  expect(events).toMatchObject([{ by: 'مكتب التحرير', role: 'reporter' }])
})

it('the role stays when the shell’s question is not answered with yes, and what else was set is kept', async () => {
  const asked: unknown[] = []
  let answer = false
  const test = testService(undefined, {}, 'article', {
    mayTakeRole({ name, role }, clientId) {
      asked.push([name, role, clientId])
      return answer
    },
  })
  await test.call('settings.set', { name: 'سعاد', role: 'reporter' })
  expect(asked).toEqual([])
  expect(await test.call('settings.set', { role: 'editor', theme: 'dark' }, 'window-3')).toMatchObject({
    role: 'reporter',
    theme: 'dark',
  })
  answer = true
  expect(await test.call('settings.set', { role: 'editor' }, 'window-3')).toMatchObject({ role: 'editor' })
  expect(asked).toEqual([
    ['سعاد', 'editor', 'window-3'],
    ['سعاد', 'editor', 'window-3'],
  ])
})
