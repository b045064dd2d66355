import { expect, it } from 'vitest'
import { checkAudit } from '#db/audit/check-audit.ts'
import { addEvent, listEvents } from '#db/tables/events.ts'
import { verify } from '#electron/files/keys.ts'
import { createIdentity } from '#electron/service/people/identity.ts'
import { signedStore } from '#electron/service/people/signing.ts'
import { testService, type TestService } from '#tests/support/service.ts'

/** Adds a step with the person's own key, past the service: whoever has a machine has its key. */
function act({ store, service }: TestService, id: string, role: 'reporter' | 'editor' | 'administrator'): void {
  const tools = { store, secrets: service.courier.secrets, now: () => '2026-11-24T12:00:00.000Z' }
  const identity = createIdentity(tools)
  const { db } = signedStore(store, () => identity, true)
  const [created] = listEvents(db, id).events
  if (created === undefined) throw new Error('The article has no event')
  addEvent(db, id, { ...created, role, action: 'moved', from: 'submitted', to: 'approved', note: '' })
}

it('a step in a role that the house never gave its person is named, though the signature is right', async () => {
  const test = testService()
  await test.call('settings.set', { name: 'منى', role: 'editor' })
  const { id } = await test.call('articles.create', {})
  // Without a house everybody chooses a role.
  act(test, id, 'editor')
  await test.call('house.found', { name: 'دار الخبر' })
  act(test, id, 'administrator')
  act(test, id, 'reporter')
  expect(checkAudit(test.store.db, verify)).toMatchObject({ events: 4, proven: 4, findings: [] })
  act(test, id, 'editor')
  expect(checkAudit(test.store.db, verify).findings).toMatchObject([
    { what: 'role', about: 'event', articleId: id, by: 'منى' },
  ])
})
