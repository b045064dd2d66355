import { expect, it } from 'vitest'
import { EDITOR, REPORTER, testService, writtenArticle } from '#tests/support/service.ts'

it('a window cannot act as an editor while the settings say that a reporter is at work', async () => {
  const test = testService(undefined, {}, 'article', { rolesFromSettings: true })
  const id = await writtenArticle(test)
  await test.call('review.move', { id, to: 'submitted', actor: REPORTER })
  const approve = () => test.call('review.move', { id, to: 'approved', actor: EDITOR })
  await expect(approve()).rejects.toMatchObject({ code: 'role-not-allowed' })
  await test.call('settings.set', { role: 'editor' })
  await approve()
  const { events } = await test.call('review.history', { id })
  expect(events.at(-1)).toMatchObject({ action: 'moved', to: 'approved', by: 'كريم' })
})

it('a window acts under the name of the settings, whatever name it gives', async () => {
  const test = testService(undefined, {}, 'article', { rolesFromSettings: true })
  await test.call('settings.set', { name: 'سعاد' })
  const { id } = await test.call('articles.create', { actor: EDITOR })
  const { events } = await test.call('review.history', { id })
  expect(events).toMatchObject([{ action: 'created', by: 'سعاد', role: 'reporter' }])
})

it('the role stays when the shell’s question is not answered with yes, and what else was set is kept', async () => {
  const asked: unknown[] = []
  let answer = false
  const test = testService(undefined, {}, 'article', {
    rolesFromSettings: true,
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
