import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { articleHash } from '#core/article/canonical.ts'
import { articleWords } from '#core/article/words.ts'
import { bindingSchema } from '#core/export/binding.ts'
import { anchorOf } from '#core/review/anchor-words.ts'
import { readZip } from '#electron/files/zip-read.ts'
import { approved, folderDestination } from '#tests/support/sending.ts'
import { EDITOR, REPORTER, testService, writtenArticle, type TestService } from '#tests/support/service.ts'

/** No word of the article, so that it can be looked for. */
const WORD = 'زنجبيل'

/** Comments on an article and proposes for it, with a word that the article does not have. */
async function reviewed({ call }: TestService, id: string): Promise<void> {
  const { article, saveNumber } = await call('articles.get', { id })
  const block = article.document[1]?.id ?? ''
  const anchor = anchorOf(article, { block, at: 0 }, { block, at: 2 })
  if (anchor === null) throw new Error('The article has no such words')
  await call('threads.begin', { id, saveNumber, anchor, text: `ما علاقة ${WORD}؟`, actor: EDITOR })
  const [head, ...rest] = article.document
  const document = rest.map((each) => (each.type === 'paragraph' ? { ...each, children: [{ text: WORD }] } : each))
  await call('proposals.save', {
    ...{ id, proposalId: 'p1', base: article, note: WORD, baseSaveNumber: null, actor: EDITOR },
    head: { ...article, document: head === undefined ? document : [head, ...document] },
  })
}

describe('comments and proposals', () => {
  it('change neither the text, its hash and its words, nor the state, nor the search, nor the preview', async () => {
    const test = testService()
    const { call } = test
    const id = await approved(test)
    const seen = async () => {
      const { article, state, saveNumber } = await call('articles.get', { id })
      const { rows } = await call('articles.list', {})
      const { html, next } = await call('publish.preview', { id })
      const { words, updatedAt } = rows[0] ?? {}
      return {
        article,
        hash: articleHash(article),
        state,
        saveNumber,
        words,
        counted: articleWords(article),
        html,
        next,
        updatedAt,
      }
    }
    const before = await seen()
    await reviewed(test, id)
    expect(await seen()).toEqual(before)
    expect(before.state).toBe('approved')
    expect((await call('articles.list', { search: WORD })).rows).toEqual([])
    expect((await call('review.history', { id })).events.map(({ action }) => action)).toEqual([
      'created',
      'moved',
      'moved',
    ])
    expect(await call('review.open', { id })).toEqual({ openThreads: 1, openProposals: 1 })
  })

  it('are in no package', async () => {
    // The clock stands still: a package names its time.
    const at = (): string => '2026-11-24T08:00:00.000Z'
    const exported = async (hasReview: boolean): Promise<Buffer> => {
      const test = testService(undefined, {}, 'article', { now: at })
      const id = await approved(test)
      if (hasReview) await reviewed(test, id)
      const folder = join(test.folder, 'out')
      mkdirSync(folder)
      const { path } = await test.call('publish.export', { id, folder, draft: false, actor: EDITOR })
      return readFileSync(path)
    }
    expect((await exported(true)).equals(await exported(false))).toBe(true)
  })

  it('are in nothing that is sent', async () => {
    const test = testService()
    const id = await approved(test)
    await reviewed(test, id)
    const { out, destinationId } = await folderDestination(test)
    const { deliveryId } = await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    await test.call('deliveries.retry', { deliveryId, actor: EDITOR })
    const [delivery] = (await test.call('deliveries.list', { id })).deliveries
    expect(delivery?.state).toBe('delivered')
    const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
    const texts: string[] = []
    for (const { parentPath, name } of files) {
      const bytes = readFileSync(join(parentPath, name))
      const unzipped = name.endsWith('.zip') ? [...(await readZip(bytes)).files.values()] : [bytes]
      texts.push(...unzipped.map((each) => Buffer.from(each ?? []).toString('utf8')))
    }
    expect(texts.some((text) => text.includes('نص المقالة.'))).toBe(true)
    expect(texts.filter((text) => text.includes(WORD))).toEqual([])
  })

  it('go with an article into the bin and out of it', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    await reviewed(test, id)
    await test.call('articles.close', { id })
    await test.call('bin.put', { id, actor: REPORTER })
    await expect(test.call('threads.list', { id })).rejects.toMatchObject({ code: 'in-the-bin' })
    await test.call('bin.takeOut', { id, actor: REPORTER })
    expect((await test.call('threads.list', { id })).threads).toHaveLength(1)
    expect((await test.call('proposals.list', { id })).proposals).toHaveLength(1)
  })

  it('stop approval where the house requires their end', async () => {
    const test = testService()
    const { call } = test
    await call('settings.set', { role: 'editor' })
    await call('settings.set', {
      binding: bindingSchema.parse({ 'open-comments': 'approval', 'open-proposals': 'approval' }),
    })
    const id = await writtenArticle(test)
    await call('review.move', { id, to: 'submitted', actor: REPORTER })
    await reviewed(test, id)
    const approve = () => call('review.move', { id, to: 'approved', actor: EDITOR })
    await expect(approve()).rejects.toMatchObject({
      code: 'checks-failed',
      params: { step: 'approval', checks: 'open-comments,open-proposals' },
    })
    const [thread] = (await call('threads.list', { id })).threads
    await call('threads.resolve', { threadId: thread?.id ?? '', actor: EDITOR })
    await call('proposals.withdraw', { proposalId: 'p1', actor: EDITOR })
    expect((await approve()).to).toBe('approved')
  })
})
