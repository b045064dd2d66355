import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { personIdOf } from '#core/newsroom/person.ts'
import { signedBytes } from '#core/newsroom/signed-bytes.ts'
import { DEFAULT_SETTINGS } from '#core/contract/settings.ts'
import { setSettings } from '#db/tables/settings.ts'
import { listPeople } from '#db/tables/people.ts'
import { testService } from '#tests/support/service.ts'
import { createIdentity } from './identity.ts'
import { verify } from '#electron/files/keys.ts'

const identityOf = ({ store, service }: ReturnType<typeof testService>) =>
  createIdentity({ store, secrets: service.courier.secrets, now: () => '2026-11-24T12:00:00.000Z' })

describe('the identity of a store', () => {
  it('is nobody before a name is given, and then a person with a key of their own', async () => {
    const test = testService()
    expect([identityOf(test).person(), identityOf(test).sign('event', 1)]).toEqual([null, null])
    await test.call('settings.set', { name: 'سعاد' })
    const person = identityOf(test).person()
    expect(person).toMatchObject({ name: 'سعاد', role: 'reporter' })
    expect(person?.id).toBe(personIdOf(person?.publicKey ?? ''))
  })

  it('stays when the name or the role is changed', async () => {
    const test = testService()
    await test.call('settings.set', { name: 'سعاد' })
    const { id, publicKey } = identityOf(test).person() ?? {}
    await test.call('settings.set', { name: 'سعاد العلي', role: 'editor' })
    expect(listPeople(test.store.db)).toMatchObject([{ id, publicKey, name: 'سعاد العلي', role: 'editor' }])
  })

  it('signs what everybody can verify', async () => {
    const test = testService()
    await test.call('settings.set', { name: 'سعاد' })
    const { publicKey, id } = identityOf(test).person() ?? { publicKey: '', id: '' }
    const signed = identityOf(test).sign('event', { what: 'approved' })
    expect(signed?.by).toBe(id)
    const signature = signed?.signature ?? new Uint8Array()
    expect(verify(publicKey, signedBytes('event', { what: 'approved' }), signature)).toBe(true)
    expect(verify(publicKey, signedBytes('house', { what: 'approved' }), signature)).toBe(false)
  })

  it('comes to a store of an earlier Midad when it is opened, and only once', () => {
    const first = testService()
    setSettings(first.store.db, { ...DEFAULT_SETTINGS, name: 'سعاد' })
    first.service.close()
    const second = testService(first.folder)
    const people = listPeople(second.store.db)
    expect(people).toMatchObject([{ name: 'سعاد' }])
    second.service.close()
    const third = testService(first.folder)
    expect(listPeople(third.store.db)).toEqual(people)
    expect(identityOf(third).sign('event', 1)).not.toBeNull()
  })

  it('has its private key in no plain file', async () => {
    const test = testService()
    await test.call('settings.set', { name: 'سعاد' })
    const { id } = identityOf(test).person() ?? { id: '' }
    const privateKey = test.service.courier.secrets.get(`person-${id}`) ?? ''
    expect(privateKey).toMatch(/^MC4CAQAwBQYDK2VwBCIEI/u)
    for (const name of ['secrets.json', 'midad.db', 'midad.db-wal']) {
      expect(readFileSync(join(test.folder, 'store', name), 'latin1')).not.toContain(privateKey)
    }
  })
})
