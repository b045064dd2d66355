import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { USUAL_RULES } from '#core/newsroom/house.ts'
import { translator } from '#core/locale/translate.ts'
import { resultOrThrow } from '#electron/service/service.ts'
import { testService } from '#tests/support/service.ts'
import type { Session } from '../session.ts'
import { houseExportCommand, houseTakeCommand } from './house-file.ts'

/** The command line of a store in which somebody works. */
async function sessionOf(name: string): Promise<Session & { folder: string }> {
  const { service, folder } = testService(undefined, {}, `${name}-`)
  const call: Session['call'] = async (each, input) => resultOrThrow(await service.call(each, input, 'command-line'))
  await call('settings.set', { name })
  return { call, t: translator('en', 'latn'), folder }
}

it('follows the newest version in a folder, and says of a folder without one why', async () => {
  const [admin, reporter] = [await sessionOf('منى'), await sessionOf('سعاد')]
  const shared = join(admin.folder, 'shared')
  mkdirSync(shared)
  expect(await houseTakeCommand(reporter, shared, { look: false })).toEqual({
    value: { isTaken: false, refused: [] },
    lines: ['No house file in this folder may be followed by this store.'],
    isNo: true,
  })
  await admin.call('house.found', { name: 'دار الخبر' })
  await houseExportCommand(admin, { out: shared })
  const { value } = await houseTakeCommand(reporter, shared, { look: true })
  expect(value).toMatchObject({ version: 1, followed: null, role: null, isTaken: false })
  const { fingerprint } = value as { fingerprint: string }
  await houseTakeCommand(reporter, shared, { look: false, fingerprint })

  const { people } = await admin.call('people.who', {})
  await admin.call('house.issue', { people, rules: USUAL_RULES })
  await houseExportCommand(admin, { out: shared })
  const first = readFileSync(join(shared, 'دار-الخبر-1.midad-house'), 'utf8')
  writeFileSync(join(shared, 'دار-الخبر-9.midad-house'), first.replace('"version":1', '"version":9'))
  expect(await houseTakeCommand(reporter, shared, { look: false })).toMatchObject({
    value: { version: 2, isTaken: true },
  })
  // The version that is followed stays, and nothing is refused.
  expect(await houseTakeCommand(reporter, shared, { look: false })).toMatchObject({
    value: { version: 2, followed: 2 },
  })

  const old = join(admin.folder, 'old')
  mkdirSync(old)
  writeFileSync(join(old, 'دار-الخبر-1.midad-house'), first)
  const { lines, isNo } = await houseTakeCommand(reporter, old, { look: false })
  expect([isNo, lines[1]]).toEqual([
    true,
    expect.stringContaining('دار-الخبر-1.midad-house: This is an older version of the house file'),
  ])
  expect((await reporter.call('people.who', {})).house?.version).toBe(2)
})
