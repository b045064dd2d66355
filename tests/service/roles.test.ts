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
