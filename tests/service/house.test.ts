import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#core/article/canonical.ts'
import type { CallInput, CallName, CallOutput } from '#core/contract/contract.ts'
import { USUAL_RULES, type House } from '#core/newsroom/house.ts'
import { personIdOf, type Person } from '#core/newsroom/person.ts'
import { signedBytes } from '#core/newsroom/signed-bytes.ts'
import type { Role } from '#core/review/states.ts'
import { listPeople } from '#db/tables/people.ts'
import { listWriters } from '#db/tables/writers.ts'
import { createKeyPair, sign } from '#electron/files/keys.ts'
import { resultOrThrow } from '#electron/service/service.ts'
import { testService, type TestService } from '#tests/support/service.ts'

const WORDPRESS = { kind: 'wordpress', address: 'https://one.example', account: 'a', sections: {} } as const

const SNIPPETS = [{ id: 's1', name: 'توقيع', text: 'انتهى' }]

type Desk = TestService & {
  /** Calls as whoever works in the store. */
  ask: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>
  person: Person
}

/** A store in which somebody works. */
async function desk(name: string, role: Role = 'reporter', folder?: string): Promise<Desk> {
  const test = testService(folder, {}, `${name}-`)
  const ask: Desk['ask'] = async (call, input) => resultOrThrow(await test.service.call(call, input, 'one'))
  await ask('settings.set', { name, role })
  const { person } = await ask('people.who', {})
  if (person === null) throw new Error('Nobody works here')
  return { ...test, ask, person }
}

const houseOf = (text: string) => JSON.parse(text) as { house: House; by: string; signature: string }

/** Signs any value as a house file, as somebody with a key could outside Midad. */
function forge(house: unknown, by: string, privateKey: string): string {
  const signature = Buffer.from(sign(privateKey, signedBytes('house', house))).toString('hex')
  return canonicalJson({ format: 'midad-house', house, by, signature })
}

/** An administrator's store with a house of three, and the stores of the other two, which follow it. */
async function newsroomOfThree(rules = USUAL_RULES) {
  const [admin, editor, reporter] = [await desk('منى'), await desk('كريم', 'editor'), await desk('سعاد')]
  await admin.ask('house.found', { name: 'دار الخبر' })
  const people = [
    { ...admin.person, role: 'administrator' as const },
    { ...editor.person, role: 'editor' as const },
    { ...reporter.person, role: 'reporter' as const },
  ]
  await admin.ask('house.issue', { people, rules })
  const { text } = await admin.ask('house.file', {})
  for (const each of [editor, reporter]) await each.ask('house.take', { text })
  return { admin, editor, reporter, people, text }
}

describe('a house', () => {
  it('is made by whoever works in a store, who is its administrator', async () => {
    const admin = await desk('منى')
    expect(await admin.ask('house.found', { name: 'دار الخبر' })).toEqual({ version: 1 })
    expect(await admin.ask('people.who', {})).toMatchObject({
      person: { name: 'منى', role: 'administrator' },
      house: { name: 'دار الخبر', version: 1, rules: { approveOwn: false, editOthers: false } },
    })
    await expect(admin.ask('house.found', { name: 'أخرى' })).rejects.toMatchObject({ code: 'house-there' })
  })

  it('says in every store who is who: a role of the settings counts no more', async () => {
    const { editor, reporter } = await newsroomOfThree()
    expect(await reporter.ask('people.who', {})).toMatchObject({
      person: { name: 'سعاد', role: 'reporter' },
      house: { name: 'دار الخبر', version: 2 },
    })
    await expect(reporter.ask('settings.set', { role: 'administrator' })).rejects.toMatchObject({
      code: 'house-decides',
    })
    // As somebody who writes into the database.
    reporter.store.db.run(`UPDATE settings SET value = '"administrator"' WHERE name = 'role'`)
    await expect(reporter.ask('bin.empty', { ids: [] })).rejects.toMatchObject({ code: 'not-your-role' })
    expect((await editor.ask('people.who', {})).person?.role).toBe('editor')
  })

  it('gives somebody whom it does not know the rights of a reporter', async () => {
    const { text } = await newsroomOfThree()
    const stranger = await desk('غريب', 'editor')
    expect(await stranger.ask('house.look', { text })).toMatchObject({
      role: null,
      followed: null,
      version: 2,
      people: 3,
    })
    await stranger.ask('house.take', { text })
    expect((await stranger.ask('people.who', {})).person?.role).toBe('reporter')
    await expect(stranger.ask('destinations.test', { id: null, config: WORDPRESS })).rejects.toMatchObject({
      code: 'not-your-role',
      params: { needs: 'editor' },
    })
  })

  it('lets nobody act for somebody else', async () => {
    const { reporter } = await newsroomOfThree()
    const made = reporter.call('articles.create', { actor: { name: 'كريم', role: 'editor' } })
    await expect(made).rejects.toMatchObject({ code: 'by-in-house' })
  })

  it('has an article approved by another than its writer, and again after the editor wrote in it', async () => {
    const { editor } = await newsroomOfThree()
    const id = await editorsArticle(editor)
    await expect(editor.ask('review.move', { id, to: 'approved' })).rejects.toMatchObject({ code: 'own-text' })
    const { admin, editor: other } = await newsroomOfThree({ approveOwn: true, editOthers: false })
    expect(admin.person.name).toBe('منى')
    const own = await editorsArticle(other)
    expect(await other.ask('review.move', { id: own, to: 'approved' })).toMatchObject({ to: 'approved' })
  })

  it('takes whoever the versions name as writers of an article that a backup brought into another store', async () => {
    const { editor } = await newsroomOfThree()
    const id = await editorsArticle(editor)
    const { path } = await editor.ask('store.backUp', {})
    const other = await desk('هدى', 'editor')
    await other.ask('store.restore', { path })
    expect(listWriters(other.store.db, id)).toEqual(['كريم'])
  })

  it('refuses each of several articles by itself', async () => {
    const writer = await desk('سعاد')
    const { id: others } = await writer.call('articles.create', { actor: { name: 'هدى', role: 'reporter' } })
    const { id: own } = await writer.ask('articles.create', {})
    const admin = await desk('منى')
    await admin.ask('house.found', { name: 'دار' })
    const people = [{ ...admin.person, role: 'administrator' as const }, writer.person]
    await admin.ask('house.issue', { people, rules: USUAL_RULES })
    await writer.ask('house.take', { text: (await admin.ask('house.file', {})).text })
    expect(await writer.ask('bin.putMany', { ids: [own, others] })).toEqual({
      done: [own],
      refused: [{ id: others, code: 'not-your-draft', params: { author: 'هدى' } }],
    })
    expect(await writer.ask('articles.open', { id: others })).toMatchObject({
      editable: false,
      readOnlyReason: 'not-your-draft',
    })
  })

  it('shares settings and destinations, and never a password', async () => {
    const admin = await desk('منى')
    const saved = await admin.ask('destinations.save', {
      id: null,
      name: 'الموقع',
      config: WORDPRESS,
      secret: 'abcd 1234',
    })
    await admin.ask('settings.set', { snippets: SNIPPETS })
    await admin.ask('house.found', { name: 'دار' })
    const { text } = await admin.ask('house.file', {})
    expect(text).not.toContain('abcd')
    const reporter = await desk('سعاد')
    await reporter.ask('house.take', { text })
    const { destinations } = await reporter.ask('destinations.list', {})
    expect(destinations).toMatchObject([{ id: saved.id, name: 'الموقع', config: WORDPRESS, hasSecret: false }])
    expect((await reporter.ask('settings.get', {})).snippets).toEqual(SNIPPETS)
  })

  it('forgets a password when a later version changes the address', async () => {
    const { admin, editor, people } = await newsroomOfThree()
    const { id } = await admin.ask('destinations.save', {
      id: null,
      name: 'الموقع',
      config: WORDPRESS,
      secret: 'abcd 1234',
    })
    await admin.ask('house.issue', { people, rules: USUAL_RULES })
    await editor.ask('house.take', { text: (await admin.ask('house.file', {})).text })
    editor.service.courier.secrets.set(id, 'abcd 1234')
    await admin.ask('destinations.save', {
      id,
      name: 'الموقع',
      config: { ...WORDPRESS, address: 'https://two.example/' },
    })
    await admin.ask('house.issue', { people, rules: USUAL_RULES })
    await editor.ask('house.take', { text: (await admin.ask('house.file', {})).text })
    expect(editor.service.courier.secrets.has(id)).toBe(false)
  })

  it('keeps whoever left, without the rights', async () => {
    const { admin, reporter, editor, people } = await newsroomOfThree()
    await admin.ask('house.issue', { people: people.filter(({ name }) => name !== 'كريم'), rules: USUAL_RULES })
    const { text } = await admin.ask('house.file', {})
    for (const each of [reporter, editor]) await each.ask('house.take', { text })
    expect(listPeople(reporter.store.db).map(({ name, leftAt }) => [name, leftAt !== null])).toEqual(
      expect.arrayContaining([
        ['كريم', true],
        ['منى', false],
        ['سعاد', false],
      ]),
    )
    expect((await editor.ask('people.who', {})).person?.role).toBe('reporter')
  })

  it('is followed after the store was opened again, and not when its file in the store was changed', async () => {
    const { editor, folder } = await newsroomOfThree().then((all) => ({ ...all, folder: all.editor.folder }))
    editor.service.close()
    const again = testService(folder, {}, 'b')
    const who = async (test: TestService) => resultOrThrow(await test.service.call('people.who', {}, 'one'))
    expect(await who(again)).toMatchObject({ person: { role: 'editor' }, house: { version: 2 } })
    again.store.db.run(`UPDATE houses SET file = replace(file, 'reporter', 'chief'),
      seal = seal(version, replace(file, 'reporter', 'chief'), taken_at)`)
    again.service.close()
    const forged = testService(folder, {}, 'c')
    expect((await who(forged)).person?.role).toBe('reporter')
    const emptied = await forged.service.call('bin.empty', { ids: [] }, 'one')
    expect(emptied).toMatchObject({ ok: false, error: { code: 'not-your-role' } })
  })
})

async function editorsArticle(editor: Desk): Promise<string> {
  const { id } = await editor.ask('articles.create', {})
  const { article, saveNumber } = await editor.ask('articles.open', { id })
  const document = article.document.map((block) => ({
    ...block,
    children: [{ text: 'عنوان' }],
  })) as typeof article.document
  await editor.ask('articles.save', { article: { ...article, document }, baseSaveNumber: saveNumber, caret: null })
  await editor.ask('review.move', { id, to: 'submitted' })
  return id
}

describe('a house file', () => {
  it('is refused when it is no file of ours, or too long', async () => {
    const { reporter } = await newsroomOfThree()
    for (const text of [
      '',
      'مرحبًا',
      '{}',
      '[]',
      '{"format":"midad-house"}',
      '['.repeat(100_000),
      'x'.repeat(4 * 1024 * 1024 + 1),
    ]) {
      await expect(reporter.ask('house.take', { text })).rejects.toMatchObject({ code: 'house-damaged' })
    }
  })

  it('is refused when it is older, or another with the same number; the same again changes nothing', async () => {
    const { admin, reporter, people, text } = await newsroomOfThree()
    await admin.ask('house.issue', { people, rules: { approveOwn: true, editOthers: true } })
    const newer = await admin.ask('house.file', {})
    expect(await reporter.ask('house.take', newer)).toEqual({ version: 3 })
    await expect(reporter.ask('house.take', { text })).rejects.toMatchObject({ code: 'house-older' })
    const changes = reporter.changes.length
    expect(await reporter.ask('house.take', newer)).toEqual({ version: 3 })
    expect(reporter.changes).toHaveLength(changes)
    const { house } = houseOf(newer.text)
    const other = forge({ ...house, name: 'أخرى' }, admin.person.id, privateKeyOf(admin))
    await expect(reporter.ask('house.take', { text: other })).rejects.toMatchObject({ code: 'house-older' })
  })

  it('is refused when it is unsigned, changed after it was signed, or signed by somebody else', async () => {
    const { admin, editor, reporter, text } = await newsroomOfThree()
    const { house, by, signature } = houseOf(text)
    const next = { ...house, version: 3 }
    const pair = createKeyPair()
    const thief = { id: personIdOf(pair.publicKey), name: 'لص', role: 'administrator', publicKey: pair.publicKey }
    const promoted = house.people.map((person) =>
      person.name === 'كريم' ? { ...person, role: 'administrator' } : person,
    )
    const files = {
      'house-unsigned': [canonicalJson({ format: 'midad-house', house: next, by })],
      'house-forged': [
        canonicalJson({ format: 'midad-house', house: next, by, signature }),
        canonicalJson({ format: 'midad-house', house: next, by, signature: '0'.repeat(128) }),
        forge(next, editor.person.id, privateKeyOf(editor)),
        forge(next, admin.person.id, pair.privateKey),
        forge({ ...next, people: promoted }, editor.person.id, privateKeyOf(editor)),
        forge({ ...next, people: [...house.people, thief] }, thief.id, pair.privateKey),
      ],
      'house-other': [forge({ ...next, id: 'ab'.repeat(16) }, admin.person.id, privateKeyOf(admin))],
      'house-damaged': [
        forge({ ...next, people: [] }, admin.person.id, privateKeyOf(admin)),
        forge({ ...next, people: [...house.people, { ...thief, name: 'سُعاد' }] }, admin.person.id, privateKeyOf(admin)),
        forge(
          { ...next, people: [...house.people, { ...thief, id: 'ab'.repeat(16) }] },
          admin.person.id,
          privateKeyOf(admin),
        ),
        forge(
          { ...next, people: house.people.filter(({ role }) => role !== 'administrator') },
          admin.person.id,
          privateKeyOf(admin),
        ),
        forge({ ...next, version: 0 }, admin.person.id, privateKeyOf(admin)),
      ],
    }
    for (const [code, texts] of Object.entries(files)) {
      for (const each of texts) {
        await expect(reporter.ask('house.take', { text: each }), code).rejects.toMatchObject({ code })
        await expect(reporter.ask('house.look', { text: each }), code).rejects.toMatchObject({ code })
      }
    }
    expect((await reporter.ask('people.who', {})).house?.version).toBe(2)
    const sound = forge(next, admin.person.id, privateKeyOf(admin))
    expect(await reporter.ask('house.take', { text: sound })).toEqual({ version: 3 })
  })
})

const privateKeyOf = ({ service, person }: Desk): string => service.courier.secrets.get(`person-${person.id}`) ?? ''
