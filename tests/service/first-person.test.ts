import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openService } from '#electron/service/open-service.ts'
import { resultOrThrow } from '#electron/service/service.ts'
import { testService } from '../support/service.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** Opens a store, names its person, and closes it. @returns the name and the role afterwards */
async function openedBy(store: string, name: string): Promise<[string, string]> {
  const service = openService(store, { sendsByItself: false, person: { name, role: 'editor' } })
  const settings = resultOrThrow(await service.call('settings.get', {}, 'window'))
  service.close()
  return [settings.name, settings.role]
}

it('takes the person of the command line where nobody has given a name, and nowhere else', async () => {
  const store = join(tempFolder(), 'store')
  expect(await openedBy(store, 'هدى')).toEqual(['هدى', 'editor'])
  expect(await openedBy(store, 'كريم')).toEqual(['هدى', 'editor'])
})

it('refuses to take a name away', async () => {
  const { call } = testService()
  await call('settings.set', { name: 'هدى' })
  await expect(call('settings.set', { name: ' ' })).rejects.toThrow('invalid-input')
  expect((await call('settings.get', {})).name).toBe('هدى')
})
