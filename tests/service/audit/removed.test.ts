import { describe, expect, it } from 'vitest'
import { emptyOldBin } from '#electron/service/articles/retention.ts'
import { checkAudit } from '#db/audit/check-audit.ts'
import { removeRevisions } from '#db/tables/revisions.ts'
import { verify } from '#electron/files/keys.ts'
import { testService, writtenArticle, type TestService } from '#tests/support/service.ts'

const stepsOf = async ({ call }: TestService) =>
  (await call('store.removed', {})).articles.map(({ headline, events }) => [
    headline,
    ...events.map(({ by, action, proof }) => `${by} ${action} ${proof}`),
  ])

/** A store in which كريم works, with an article of سعاد in the bin. */
async function withBin(): Promise<TestService & { id: string }> {
  const test = testService()
  await test.call('settings.set', { name: 'كريم', role: 'editor' })
  const id = await writtenArticle(test, 'خبر سيُحذف')
  await test.call('articles.close', { id })
  await test.call('bin.put', { id })
  return { ...test, id }
}

describe('an article that was deleted for good', () => {
  it('leaves who did what and when, and the headline, and the audit whole', async () => {
    const test = await withBin()
    expect(await stepsOf(test)).toEqual([])
    await test.call('bin.empty', { ids: [test.id] })
    expect(await stepsOf(test)).toEqual([
      ['خبر سيُحذف', 'سعاد created unproven', 'كريم deleted proven', 'كريم purged proven'],
    ])
    expect(checkAudit(test.store.db, verify)).toMatchObject({ events: 3, proven: 2, findings: [] })
  })

  it('by nobody, after thirty days, says so', async () => {
    const test = await withBin()
    emptyOldBin(test.service.store, '2027-01-24T08:00:00.000Z')
    expect(await stepsOf(test)).toEqual([
      ['خبر سيُحذف', 'سعاد created unproven', 'كريم deleted proven', 'مداد، بعد ثلاثين يومًا في السلة purged unproven'],
    ])
    expect(checkAudit(test.store.db, verify).findings).toEqual([])
  })
})

describe('a revision that is thinned out', () => {
  it('leaves the audit whole', async () => {
    const test = testService()
    await test.call('settings.set', { name: 'كريم', role: 'editor' })
    const { id } = await test.call('articles.create', {})
    const { article, saveNumber } = await test.call('articles.open', { id })
    const [head] = article.document
    const document = [
      { ...head, children: [{ text: 'عنوان' }] },
      ...article.document.slice(1),
    ] as typeof article.document
    await test.call('articles.save', { article: { ...article, document }, baseSaveNumber: saveNumber, caret: null })
    await test.call('articles.close', { id })
    const { db } = test.service.store
    const [closed] = db.all<{ hash: string }>("SELECT hash FROM revisions WHERE reason = 'closed'")
    removeRevisions(db, [closed?.hash ?? ''])
    expect(db.all('SELECT kind FROM journal').at(-1)).toEqual({ kind: 'thinned' })
    expect(checkAudit(db, verify).findings).toEqual([])
  })
})
