import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { USUAL_RULES } from '#core/newsroom/house.ts'
import type { Person } from '#core/newsroom/person.ts'
import type { Role } from '#core/review/states.ts'
import { headText } from '#core/article/plain-text.ts'
import { machine, writeAt, type Machine } from '#tests/support/handing.ts'
import { EDITOR, REPORTER } from '#tests/support/service.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

async function personOf({ call }: Machine): Promise<Person> {
  const { person } = await call('people.who', {})
  if (person === null) throw new Error('Nobody works here')
  return person
}

/** @returns the machines of an administrator, an editor and a reporter of one house; the reporter has an article. */
async function houseOfThree(role: Role = 'reporter') {
  const [admin, desk, laptop] = [
    await machine({ name: 'منى', role: 'editor' }),
    await machine(EDITOR),
    await machine(REPORTER),
  ]
  await admin.call('house.found', { name: 'دار الخبر' })
  const people = [
    { ...(await personOf(admin)), role: 'administrator' as const },
    { ...(await personOf(desk)), role: 'editor' as const },
    { ...(await personOf(laptop)), role },
  ]
  await admin.call('house.issue', { people, rules: USUAL_RULES })
  const { text } = await admin.call('house.file', {})
  for (const each of [desk, laptop]) await each.call('house.take', { text })
  const { id } = await laptop.call('articles.create', {})
  await laptop.edit(id, writeAt(0, 'هدنة في الجنوب'))
  const [, editor, reporter] = people
  return { admin, desk, laptop, id, editor: editor?.id ?? '', reporter: reporter?.id ?? '' }
}

it('a file for one person is read on the machine of that person alone, and says whose it is', async () => {
  const { admin, desk, laptop, id, editor } = await houseOfThree()
  const file = await laptop.give(id, editor)
  expect(file.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
  expect(file.includes('الجنوب')).toBe(false)
  await expect(admin.look(file)).rejects.toMatchObject({ code: 'handover-not-for-you' })
  await expect(laptop.look(file)).rejects.toMatchObject({ code: 'handover-not-for-you' })
  expect(await desk.take(file)).toMatchObject({ effect: 'new', wasEncrypted: true, sender: { knownAs: 'سعاد' } })
  const { events } = await desk.call('review.history', { id })
  expect(events.at(-1)).toMatchObject({ action: 'handed-over', by: 'سعاد', note: 'كريم' })
})

it('somebody whom the store does not know gets no file', async () => {
  const { laptop, id } = await houseOfThree()
  await expect(laptop.give(id, '0'.repeat(32))).rejects.toMatchObject({ code: 'person-unknown' })
})

it('back to whoever gave it go only the versions that are new since, and nobody else can use them', async () => {
  const { admin, desk, laptop, id, editor, reporter } = await houseOfThree()
  await laptop.edit(id, writeAt(0, 'هدنة ثانية في الجنوب'))
  await laptop.call('history.keep', { id })
  await laptop.edit(id, writeAt(0, 'هدنة أخيرة في الجنوب'))
  await desk.take(await laptop.give(id, editor))
  await desk.edit(id, writeAt(0, 'هدنة أخيرة تبدأ في الجنوب'))
  await desk
    .call('handover.give', { id, folder: desk.folder, to: reporter })
    .then(({ isWhole }) => expect(isWhole).toBe(false))
  const back = await desk.give(id, reporter)
  expect(await laptop.take(back)).toMatchObject({ effect: 'forward', sender: { knownAs: 'كريم' } })
  const { article } = await laptop.call('articles.get', { id })
  expect(headText(article, 'headline')).toBe('هدنة أخيرة تبدأ في الجنوب')
  const all = await desk.give(id)
  expect(await admin.take(all)).toMatchObject({ effect: 'new' })
})

it('versions that were left out and are not here are asked for, and nothing is taken', async () => {
  const { desk, laptop, id, editor, reporter } = await houseOfThree('chief')
  await laptop.edit(id, writeAt(0, 'هدنة ثانية في الجنوب'))
  await laptop.call('history.keep', { id })
  await laptop.edit(id, writeAt(0, 'هدنة أخيرة في الجنوب'))
  await desk.take(await laptop.give(id, editor))
  const back = await desk.give(id, reporter)
  await laptop.call('bin.put', { id })
  await expect(laptop.take(back)).rejects.toMatchObject({ code: 'in-the-bin' })
  await laptop.call('bin.empty', { ids: [id] })
  await expect(laptop.take(back)).rejects.toMatchObject({ code: 'handover-without-base' })
  expect((await laptop.call('articles.list', {})).rows).toEqual([])
})

it('a shared folder says what waits here, what waits for others, and what nobody here can read', async () => {
  const { admin, desk, laptop, id, editor, reporter } = await houseOfThree()
  const folder = laptop.folder
  const box = async ({ call }: Machine) =>
    (await call('handover.box', { folder })).files.map(({ name, what }) => [name, what])
  expect(await box(desk)).toEqual([])
  const name = 'هدنة-في-الجنوب.midad'
  await laptop.call('handover.give', { id, folder, to: editor })
  const given = { kind: 'out', id, headline: 'هدنة في الجنوب', to: 'كريم', answeredAt: null }
  expect(await box(laptop)).toMatchObject([[name, given]])
  expect(await box(desk)).toMatchObject([[name, { kind: 'in', preview: { id, effect: 'new', wasEncrypted: true } }]])
  expect(await box(admin)).toEqual([[name, { kind: 'refused', code: 'handover-not-for-you', params: {} }]])
  await desk.call('handover.take', { file: { path: join(folder, name) }, clashes: 'refuse' })
  expect(await box(desk)).toMatchObject([[name, { kind: 'in', preview: { effect: 'nothing' } }]])
  await desk.call('handover.give', { id, folder, to: reporter })
  await laptop.call('handover.take', { file: { path: join(folder, 'هدنة-في-الجنوب-2.midad') }, clashes: 'refuse' })
  const [, out] = (await box(laptop)).find(([each]) => each === name) ?? []
  expect(out).toMatchObject({ ...given, answeredAt: expect.stringMatching(/^2026-11-24T/u) })
})

it('an approval that a reporter signed on a machine of their own does not count in the house, and it is said', async () => {
  const { desk, laptop, id } = await houseOfThree()
  // Without a house whoever works in a store may be an editor.
  const own = await machine({ name: 'نور', role: 'editor' })
  await own.take(await laptop.give(id))
  await own.call('review.move', { id, to: 'submitted' })
  await own.call('review.move', { id, to: 'approved' })
  const file = await own.give(id)
  expect(await desk.take(file)).toMatchObject({ effect: 'new', state: 'submitted', unproven: 'approved' })
  expect((await desk.call('articles.get', { id })).state).toBe('submitted')
  // Signed by an editor of the house it counts.
  await desk.call('review.move', { id, to: 'approved' })
  expect(await laptop.take(await desk.give(id))).toMatchObject({ state: 'approved', unproven: null })
})

it('a colleague’s file of the same name is not taken for one’s own, and is looked at again once the article changed', async () => {
  const { desk, laptop, id, editor, reporter } = await houseOfThree()
  const [stick, shared] = [tempFolder(), tempFolder()]
  await laptop.call('handover.give', { id, folder: stick, to: editor })
  const [file] = readdirSync(stick)
  await desk.call('handover.take', { file: { path: join(stick, file ?? '') }, clashes: 'refuse' })
  await desk.edit(id, writeAt(0, 'هدنة في الجنوب'))
  await desk.call('handover.give', { id, folder: shared, to: reporter })
  expect(readdirSync(shared)).toEqual([file])
  const effect = async (): Promise<unknown> => (await laptop.call('handover.box', { folder: shared })).files[0]?.what
  expect(await effect()).toMatchObject({ kind: 'in', preview: { effect: 'forward' } })
  await laptop.call('history.keep', { id })
  expect(await effect()).toMatchObject({ kind: 'in', preview: { effect: 'merge' } })
})
