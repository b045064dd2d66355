import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deskAt } from '#tests/support/ghost/desk.ts'
import { startGhost, whyNoGhost, type Ghost } from '#tests/support/ghost/start.ts'
import { rewrite } from '#tests/support/newsroom.ts'
import { EDITOR } from '#tests/support/service.ts'

const reason = whyNoGhost()
if (reason !== null) process.stderr.write(`The tests of changes in a real Ghost are skipped: ${reason}.\n`)

const HEADLINE = 'الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة'

describe.skipIf(reason !== null)('an article that somebody changed in Ghost', () => {
  let ghost: Ghost
  beforeAll(async () => {
    ghost = await startGhost()
  })
  afterAll(() => ghost.stop())

  it('is held until a person keeps that version or overwrites it', async () => {
    const { push, posts, edit, change, call } = await deskAt(ghost, 'changed')
    await push()
    await change({ title: 'عنوان الموقع' })
    await edit((article) => rewrite(article, 'نص جديد.'))
    const held = await push()
    expect(held).toMatchObject({ state: 'held', problem: { code: 'conflict' } })
    const { ours, theirs } = await call('deliveries.compare', { deliveryId: held.id })
    expect([ours.title, theirs.title]).toEqual([HEADLINE, 'عنوان الموقع'])
    await call('deliveries.resolve', { deliveryId: held.id, choice: 'keep-theirs', actor: EDITOR })
    expect(await posts()).toMatchObject([{ title: 'عنوان الموقع' }])

    await change({ title: 'عنوان ثان' })
    const again = await push()
    expect(again).toMatchObject({ state: 'held', problem: { code: 'conflict' } })
    const decision = { deliveryId: again.id, choice: 'overwrite', actor: EDITOR } as const
    expect((await call('deliveries.resolve', decision)).delivery).toMatchObject({ state: 'delivered' })
    const [post, ...others] = await posts()
    expect(others).toEqual([])
    expect(post?.title).toBe(HEADLINE)
    expect(post?.html).toContain('نص جديد.')
  })

  it('is held when it was made a draft, when a tag was added, and when it was moved to another time', async () => {
    const { push, edit, change, call } = await deskAt(ghost, 'states')
    await edit((article) => ({
      ...article,
      metadata: { ...article.metadata, embargo: '2031-12-01T12:00:00+03:00' },
    }))
    await push()
    for (const fields of [
      { published_at: '2031-11-30T09:00:00.000Z' },
      {
        tags: [
          { name: 'وسم الموقع', slug: '', visibility: 'public' },
          { name: '#midad-states1', slug: '', visibility: 'internal' },
        ],
      },
      { status: 'draft' },
    ]) {
      // One change after the other, each of them overwritten.
      // oxlint-disable-next-line no-await-in-loop
      await change(fields)
      // oxlint-disable-next-line no-await-in-loop
      const held = await push()
      expect(held, JSON.stringify(fields)).toMatchObject({ state: 'held', problem: { code: 'conflict' } })
      const decision = { deliveryId: held.id, choice: 'overwrite', actor: EDITOR } as const
      // oxlint-disable-next-line no-await-in-loop
      const { delivery } = await call('deliveries.resolve', decision)
      expect(delivery).toMatchObject({ state: 'scheduled', scheduledFor: '2031-12-01T09:00:00.000Z' })
    }
  })

  it('is not overwritten when it is saved there between our reading and our writing', async () => {
    let meddle = async (): Promise<void> => {}
    const desk = await deskAt(ghost, 'moment', {}, async (address, request) => {
      if (request?.method === 'PUT') await meddle()
      return fetch(address, request)
    })
    const { push, posts, edit, change } = desk
    await push()
    const [before] = await posts()
    await edit((article) => rewrite(article, 'نص جديد.'))
    // Ghost keeps whole seconds: two versions of one second are the same to it.
    meddle = async () => {
      let count = 0
      do {
        // oxlint-disable-next-line no-await-in-loop
        await change({ title: `عنوان ${(count += 1)}` })
        // oxlint-disable-next-line no-await-in-loop
      } while ((await posts())[0]?.updated_at === before?.updated_at)
    }
    expect(await push()).toMatchObject({ state: 'held', problem: { code: 'conflict' } })
    expect((await posts())[0]?.title).toMatch(/^عنوان \d+$/u)
  })

  it('is asked about when it was deleted, until a person publishes it anew or leaves it deleted', async () => {
    const { push, posts, edit, remove, call, id } = await deskAt(ghost, 'deleted')
    const first = await push()
    await remove()
    await edit((article) => rewrite(article, 'نص جديد.'))
    const held = await push()
    expect(held).toMatchObject({ state: 'held', problem: { code: 'deleted-there' } })
    expect(await posts()).toEqual([])
    const decision = { deliveryId: held.id, choice: 'overwrite', actor: EDITOR } as const
    const { delivery: anew } = await call('deliveries.resolve', decision)
    expect(anew).toMatchObject({ state: 'delivered', link: first.link })
    expect(await posts()).toMatchObject([{ status: 'published', html: expect.stringContaining('نص جديد.') }])
    expect((await fetch(anew.link ?? '')).status).toBe(200)

    await remove()
    const asked = await push()
    const left = await call('deliveries.resolve', { deliveryId: asked.id, choice: 'keep-theirs', actor: EDITOR })
    expect(left.delivery).toMatchObject({ state: 'cancelled', problem: null, link: null })
    expect(await posts()).toEqual([])
    expect((await call('articles.get', { id })).state).toBe('withdrawn')
  })
})
