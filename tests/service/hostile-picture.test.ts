import { describe, expect, it } from 'vitest'
import { figure } from '#core/article/factories.ts'
import { createParser, parse, type Parse } from '#electron/service/parsing/parse.ts'
import { ghostInStep } from '#tests/support/ghost/ghost-in-step.ts'
import { GHOST_KEY } from '#tests/support/ghost/fake-token.ts'
import { newsroom } from '#tests/support/newsroom.ts'
import { extendedJpeg } from '#tests/support/pictures.ts'
import { REPORTER, testService, writtenArticle, type TestService } from '#tests/support/service.ts'

/** A picture that says so much of itself that reading it takes far longer than a test allows. */
const PICTURE = extendedJpeg('<a:b a:c="x"/>'.repeat(29_000))

/** Allows no picture more than a millisecond, and everything else what it takes. */
const allowing: Parse = (task, input) => (task === 'describe a picture' ? short(task, input) : parse(task, input))
const short = createParser({ workers: 1, clock: 1 })

/** @returns the id of an article that shows the picture. */
async function withPicture(test: TestService): Promise<string> {
  const { call } = test
  const id = await writtenArticle(test)
  const { asset } = await call('assets.add', { name: 'a.jpg', bytes: PICTURE.toString('base64') })
  const { article, saveNumber } = await call('articles.open', { id, actor: REPORTER })
  const document = [...article.document, figure(() => 'picture', { asset, alt: 'وصف', caption: 'تعليق' })]
  const saved = { article: { ...article, document }, baseSaveNumber: saveNumber, caret: null, actor: REPORTER }
  await call('articles.save', saved)
  return id
}

describe('a picture that says very much of itself', () => {
  it('is exported while the service answers other calls', async () => {
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
    // The export waits for the other call, which it could not if the service itself wrote into the picture.
    const waiting: Parse = (task, input) =>
      task === 'describe a picture' ? answered.then(() => parse(task, input)) : parse(task, input)
    const test = testService(undefined, {}, undefined, { parse: waiting })
    const id = await withPicture(test)
    const order = { id, folder: test.folder, draft: true, actor: REPORTER } as const
    const exported = test.call('publish.export', order)
    expect(await test.call('store.status', {})).toMatchObject({ readOnly: false })
    answer()
    expect(await exported).toMatchObject({ version: 1 })
  })

  it('is refused where it cannot be read in time', async () => {
    const test = testService(undefined, {}, undefined, { parse: allowing })
    const id = await withPicture(test)
    const order = { id, folder: test.folder, draft: true, actor: REPORTER } as const
    const refusal = expect.objectContaining({ code: 'picture-too-complex' })
    await expect(test.call('publish.export', order)).rejects.toEqual(refusal)
    await expect(test.call('publish.exportFile', { ...order, format: 'docx' })).rejects.toEqual(refusal)
  })

  it('leaves its delivery held, also after the next start', async () => {
    const { ghost, fetch } = await ghostInStep()
    const sending = { fetch, parse: allowing }
    const config = { kind: 'ghost', address: ghost.url, sections: {}, authors: {} } as const
    const news = await newsroom(config, GHOST_KEY, { sending })
    expect(await news.push()).toMatchObject({ state: 'held', problem: { code: 'picture-too-complex', params: {} } })
    expect(ghost.posts).toEqual([])
    news.service.close()
    const next = testService(news.folder, sending)
    expect(next.service.courier.nextDue()).toBeNull()
  })
})
