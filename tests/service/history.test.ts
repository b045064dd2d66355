import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { paragraph } from '#core/article/factories.ts'
import { headText } from '#core/article/plain-text.ts'
import type { CallName } from '#core/contract/contract.ts'
import { openStore } from '#db/open.ts'
import { indexNext } from '#db/search/indexer.ts'
import { insertArticle } from '#db/tables/articles.ts'
import { addRevision } from '#db/tables/revisions.ts'
import { emptyOldBin } from '#electron/service/articles/retention.ts'
import { removeOld, thinRevisions } from '#electron/service/articles/retention.ts'
import { createService, resultOrThrow } from '#electron/service/service.ts'
import { counter, smallArticle } from '#tests/support/articles.ts'
import { explaining } from '#tests/support/plans.ts'
import { EDITOR, REPORTER, testService, writtenArticle, type Acted, type TestService } from '#tests/support/service.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const OLD = '2026-11-20T08:00:00.000Z'
const refusal = (code: string): unknown => expect.objectContaining({ code })

async function rewrite({ call }: TestService, id: string, headline: string, actor: typeof REPORTER | typeof EDITOR) {
  const { article, saveNumber } = await call('articles.open', { id, actor })
  const [head, ...rest] = article.document
  const document = [{ ...head, children: [{ text: headline }] }, ...rest] as typeof article.document
  await call('articles.save', { article: { ...article, document }, baseSaveNumber: saveNumber, caret: null, actor })
}

/** A service whose clock only moves by `pass`. `written` makes an article, `rewrite` changes its headline. */
function clockedService() {
  const folder = tempFolder()
  const store = openStore(join(folder, 'store'))
  let time = Date.parse('2026-11-24T08:00:00.000Z')
  const now = (): string => new Date(time).toISOString()
  const newId = counter()
  const service = createService({ store, now, newId, newBlockId: newId, home: folder, keyFolder: folder })
  onTestFinished(() => service.close())
  const call = async <N extends CallName>(name: N, { actor, ...input }: Acted<N>) =>
    resultOrThrow(await service.call(name, input, 'one', actor))
  const test = { store, now, call, pass: (ms: number): void => void (time += ms) }
  const write = (id: string, text: string) => rewrite({ ...test, service, folder, changes: [] }, id, text, REPORTER)
  const written = async (text: string): Promise<string> => {
    const { id } = await call('articles.create', { actor: REPORTER })
    await write(id, text)
    return id
  }
  return { ...test, rewrite: write, written }
}

const headline = async ({ call }: TestService, id: string): Promise<string> =>
  headText((await call('articles.get', { id })).article, 'headline')

/** Changes a revision as a failing disk would, without its trigger. */
function damage(folder: string, hash: string, change: string): void {
  const raw = new Database(join(folder, 'midad.db'))
  const trigger = String(raw.prepare("SELECT sql FROM sqlite_schema WHERE name = 'revisions_stay'").pluck().get())
  raw.exec('DROP TRIGGER revisions_stay')
  raw.prepare(`UPDATE revisions SET ${change} WHERE hash = ?`).run(hash)
  raw.exec(trigger)
  raw.close()
}

describe('history', () => {
  it('lists a point for every step, newest first; a restore keeps the replaced text', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'أول')
    await test.call('review.move', { id, to: 'submitted', actor: REPORTER })
    await test.call('review.move', { id, to: 'draft', actor: REPORTER })
    await rewrite(test, id, 'ثانٍ', REPORTER)
    const { points } = await test.call('history.points', { id })
    expect(points.map(({ reason, to, by }) => [reason, to, by])).toEqual([
      ['moved', 'draft', 'سعاد'],
      ['moved', 'submitted', 'سعاد'],
      ['created', 'draft', 'سعاد'],
    ])
    await test.call('history.restore', { id, hash: points[0]?.hash ?? '', actor: REPORTER })
    expect(await headline(test, id)).toBe('أول')
    const after = await test.call('history.points', { id })
    const before = after.points.find(({ reason }) => reason === 'before-restore')
    const kept = await test.call('history.read', { id, hash: before?.hash ?? '' })
    expect(headText(kept.article, 'headline')).toBe('ثانٍ')
    expect((await test.call('review.history', { id })).events.at(-1)).toMatchObject({ action: 'restored', to: 'draft' })
  })

  it('keeps the text before a long pause, and at closing', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'أول')
    for (const text of ['ثانٍ', 'ثالث', 'رابع', 'خامس', 'سادس']) await rewrite(test, id, text, REPORTER)
    await test.call('articles.close', { id })
    const { points } = await test.call('history.points', { id })
    expect(points.map(({ reason }) => reason)).toEqual(['closed', 'quiet', 'created'])
  })

  it('keeps a text every half hour of a session without pauses', async () => {
    const test = clockedService()
    const id = await test.written('0')
    // A key every fifty seconds, for seventy minutes.
    for (let second = 50; second <= 70 * 60; second += 50) {
      test.pass(50_000)
      await test.rewrite(id, String(second))
    }
    const { points } = await test.call('history.points', { id })
    expect(points.map(({ reason, at }) => [reason, at.slice(11, 16)])).toEqual([
      ['quiet', '08:58'],
      ['quiet', '08:29'],
      ['created', '08:00'],
    ])
  })

  it('keeps a text every four minutes of a session with many pauses', async () => {
    const test = clockedService()
    const id = await test.written('0')
    for (let minute = 2; minute <= 20; minute += 2) {
      test.pass(120_000)
      await test.rewrite(id, String(minute))
    }
    const { points } = await test.call('history.points', { id })
    expect(points.map(({ reason, at }) => [reason, at.slice(11, 16)])).toEqual([
      ['quiet', '08:16'],
      ['quiet', '08:12'],
      ['quiet', '08:08'],
      ['quiet', '08:04'],
      ['created', '08:00'],
    ])
  })

  it('keeps the text before a restore for good, even if a pause had kept it before', async () => {
    const test = clockedService()
    const id = await test.written('أول')
    for (const text of ['ثان', 'ثالث', 'رابع']) {
      test.pass(10 * 60_000)
      await test.rewrite(id, text)
    }
    test.pass(1000)
    const { points } = await test.call('history.points', { id })
    expect(points.map(({ reason }) => reason)).toEqual(['quiet', 'quiet', 'quiet', 'created'])
    // The text of the last pause is written again, and kept for a restore.
    await test.rewrite(id, 'ثالث')
    const { hash } = await test.call('history.keep', { id, actor: EDITOR })
    expect(hash).toBe(points[0]?.hash)
    test.pass(1000)
    await test.rewrite(id, 'خامس')
    test.pass(365 * 86_400_000)
    await thinRevisions(test.store, test.now())
    const after = await test.call('history.points', { id })
    expect(after.points.map(({ reason, by, to }) => [reason, by, to])).toEqual([
      ['before-restore', 'كريم', null],
      ['quiet', 'سعاد', null],
      ['quiet', 'سعاد', null],
      ['created', 'سعاد', 'draft'],
    ])
    // Keeping is no move of the review.
    expect((await test.call('review.history', { id })).events.map(({ action }) => action)).toEqual(['created', 'kept'])
  })

  it('repairs a damaged revision of the current text before a restore replaces it', async () => {
    const test = clockedService()
    const id = await test.written('أول')
    const { points: created } = await test.call('history.points', { id })
    await test.rewrite(id, 'ثانٍ')
    const step = { id, actor: REPORTER }
    const { hash } = await test.call('history.keep', step)
    const before = await test.call('history.points', { id })
    damage(test.store.folder, hash, "data = CAST(x'ff' || substr(data, 2) AS BLOB)")
    await expect(test.call('history.read', { id, hash })).rejects.toEqual(refusal('article-damaged'))
    test.pass(1000)
    await test.call('history.restore', { ...step, hash: created[0]?.hash ?? '' })
    expect(headText((await test.call('history.read', { id, hash })).article, 'headline')).toBe('ثانٍ')
    // It is the same row: the audit still refers to it.
    const { points, damaged } = await test.call('history.points', { id })
    expect(damaged).toBe(0)
    expect(points.slice(2)).toEqual(before.points)
    expect(points[1]).toMatchObject({ hash, reason: 'before-restore' })
  })

  it('repairs the row of a damaged revision, and still refuses any other change', async () => {
    const test = clockedService()
    const id = await test.written('أول')
    const { hash } = await test.call('history.keep', { id, actor: REPORTER })
    damage(test.store.folder, hash, "by = 'سعاذ'")
    expect(await test.call('history.points', { id })).toMatchObject({ damaged: 1 })
    await test.call('history.keep', { id, actor: EDITOR })
    expect(await test.call('history.points', { id })).toMatchObject({ damaged: 0 })
    expect(() => test.store.db.run("UPDATE revisions SET by = 'x'")).toThrow('revisions are immutable')
    expect(() => test.store.db.run('DELETE FROM revisions')).toThrow('revisions are immutable')
  })

  it('records who closed the article, and keeps an unchanged text once', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'أول')
    await test.call('articles.close', { id, actor: EDITOR })
    await test.call('articles.open', { id, actor: EDITOR })
    await test.call('articles.close', { id, actor: EDITOR })
    const { points } = await test.call('history.points', { id })
    expect(points.map(({ reason, by }) => [reason, by])).toEqual([
      ['closed', 'كريم'],
      ['created', 'سعاد'],
    ])
  })

  it('has a point at each import and export', async () => {
    const test = testService()
    const lines = [
      { line: 1, text: 'عنوان الخبر', role: 'headline' as const, reason: null },
      { line: 2, text: 'نص الخبر.', role: 'paragraph' as const, reason: null },
    ]
    const { id } = await test.call('import.accept', { lines, section: '', actor: EDITOR })
    for (const to of ['submitted', 'approved'] as const) await test.call('review.move', { id, to, actor: EDITOR })
    await test.call('publish.export', { id, folder: test.folder, actor: EDITOR })
    const { points } = await test.call('history.points', { id })
    expect(points.map(({ reason, to }) => [reason, to])).toEqual([
      ['exported', 'exported'],
      ['moved', 'approved'],
      ['moved', 'submitted'],
      ['imported', 'draft'],
    ])
  })

  it('restores no revision of another article, and none while another window writes', async () => {
    const test = testService()
    const [id, other] = [await writtenArticle(test, 'أول'), await writtenArticle(test, 'غيره')]
    const { points } = await test.call('history.points', { id })
    const hash = points[0]?.hash ?? ''
    await expect(test.call('history.restore', { id: other, hash, actor: REPORTER })).rejects.toEqual(
      refusal('not-found'),
    )
    await expect(test.call('history.restore', { id, hash, actor: REPORTER }, 'two')).rejects.toEqual(refusal('locked'))
  })
})

describe('thinning the revisions', () => {
  it('uses its own index, and serves other calls meanwhile', async () => {
    const { store } = testService()
    store.db.transaction(() => {
      for (let number = 0; number < 1000; number += 1) {
        const id = `many-${number}`
        insertArticle(store.db, { article: smallArticle(id, 'عنوان'), state: 'draft', author: 'سعاد', at: OLD })
        for (const text of ['أول', 'ثان', 'ثالث']) {
          addRevision(store.db, { article: smallArticle(id, 'عنوان', text), at: OLD, by: 'سعاد', reason: 'quiet' })
        }
      }
    })
    const { db, plans } = explaining(store.db)
    const order: string[] = []
    setImmediate(() => order.push('another'))
    await thinRevisions({ ...store, db }, '2026-11-24T08:00:00.000Z')
    order.push('thinned')
    expect(order).toEqual(['another', 'thinned'])
    expect(plans[0]).toMatch(/^SEARCH revisions USING (?:COVERING )?INDEX revisions_to_thin \(article_id>\?\)$/u)
    expect(store.db.get('SELECT count(*) AS count FROM revisions')).toEqual({ count: 2000 })
  })
})

describe('old content', () => {
  const day = (number: number): string => new Date(Date.UTC(2026, 10, number, 9)).toISOString()

  /** A store that was used for a week, with an article in the bin since 24 November. */
  async function withBin() {
    const test = clockedService()
    const binned = await test.written('في السلة')
    await test.call('bin.put', { id: binned, actor: REPORTER })
    for (let number = 18; number <= 24; number += 1) await removeOld(test.store, day(number))
    const inBin = async (): Promise<number> => (await test.call('bin.list', {})).rows.length
    return { ...test, inBin }
  }

  it('is not removed while the clock is months ahead, nor after it was corrected', async () => {
    const test = await withBin()
    const id = await test.written('0')
    for (let text = 1; text <= 4; text += 1) {
      test.pass(6 * 60_000)
      await test.rewrite(id, String(text))
    }
    const { points } = await test.call('history.points', { id })
    expect(points.map(({ reason }) => reason)).toEqual(['quiet', 'quiet', 'quiet', 'quiet', 'created'])
    // Several runs over some days.
    for (const ahead of [day(24 + 60), day(24 + 60), day(24 + 61), day(24 + 62)]) await removeOld(test.store, ahead)
    for (const right of [25, 26, 27]) await removeOld(test.store, day(right))
    expect(await test.inBin()).toBe(1)
    expect((await test.call('history.points', { id })).points).toEqual(points)
  })

  it('is removed in time if Midad is used, even if not every day', async () => {
    const test = await withBin()
    // A month without use does not prove the clock; seven days of use do.
    for (const number of [60, 61, 62, 63, 64, 65]) await removeOld(test.store, day(number))
    expect(await test.inBin()).toBe(1)
    await removeOld(test.store, day(66))
    expect(await test.inBin()).toBe(0)
  })
})

describe('the bin', () => {
  it('hides an article from every list, and gives it back as a draft', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'عنوان')
    await test.call('bin.put', { id, actor: REPORTER })
    expect((await test.call('articles.list', {})).rows).toEqual([])
    expect((await test.call('articles.list', { search: 'عنوان' })).rows).toEqual([])
    await expect(test.call('articles.open', { id, actor: REPORTER })).rejects.toEqual(refusal('in-the-bin'))
    expect((await test.call('bin.list', {})).rows).toMatchObject([{ id, headline: 'عنوان' }])
    await test.call('bin.takeOut', { id, actor: REPORTER })
    expect((await test.call('articles.list', {})).rows).toMatchObject([{ id, state: 'draft' }])
  })

  it('tells untitled drafts apart by their first words and by when they were begun', async () => {
    const test = clockedService()
    for (const text of ['وصل الوفد أمس.', 'قال الوزير إن الموازنة جاهزة.']) {
      const { id } = await test.call('articles.create', { actor: REPORTER })
      const { article, saveNumber } = await test.call('articles.open', { id, actor: REPORTER })
      const document = [...article.document.slice(0, 1), paragraph(counter(), text)]
      const saved = { article: { ...article, document }, baseSaveNumber: saveNumber, caret: null, actor: REPORTER }
      await test.call('articles.save', saved)
      await test.call('bin.put', { id, actor: REPORTER })
      test.pass(60_000)
    }
    indexNext(test.store.db, 10)
    const { rows } = await test.call('bin.list', {})
    expect(rows.map((row) => [row.headline, row.opening, row.createdAt])).toEqual([
      ['', 'قال الوزير إن الموازنة جاهزة.', '2026-11-24T08:01:00.000Z'],
      ['', 'وصل الوفد أمس.', '2026-11-24T08:00:00.000Z'],
    ])
  })

  it('deletes for good only articles in it, with their history', async () => {
    const test = testService()
    const [id, other] = [await writtenArticle(test, 'أول'), await writtenArticle(test, 'غيره')]
    await test.call('bin.put', { id, actor: REPORTER })
    expect(await test.call('bin.empty', { ids: [id, other] })).toEqual({ removed: 1 })
    expect((await test.call('articles.list', {})).rows).toMatchObject([{ id: other }])
    await expect(test.call('bin.takeOut', { id, actor: REPORTER })).rejects.toEqual(refusal('not-found'))
    expect((await test.call('history.points', { id })).points).toEqual([])
  })

  it('refuses an exported article', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'عنوان')
    for (const to of ['submitted', 'approved'] as const) await test.call('review.move', { id, to, actor: EDITOR })
    await test.call('publish.export', { id, folder: test.folder, actor: EDITOR })
    await expect(test.call('bin.put', { id, actor: EDITOR })).rejects.toEqual(refusal('not-deletable'))
    // An edit makes it a draft again, but the export is still out there.
    await rewrite(test, id, 'عنوان معدّل', EDITOR)
    expect((await test.call('articles.get', { id })).state).toBe('draft')
    await expect(test.call('bin.put', { id, actor: EDITOR })).rejects.toEqual(refusal('not-deletable'))
  })

  it('takes a draft that was only handed on as a draft', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'عنوان')
    await test.call('publish.export', { id, folder: test.folder, draft: true, actor: REPORTER })
    expect(await test.call('bin.put', { id, actor: REPORTER })).toEqual({})
  })

  it('refuses a save, which succeeds once the article is out again', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'أول')
    const { article, saveNumber } = await test.call('articles.open', { id, actor: REPORTER })
    const document = [...article.document, paragraph(() => 'late', 'آخر الكلام')]
    const save = { article: { ...article, document }, baseSaveNumber: saveNumber, caret: null, actor: REPORTER }
    await test.call('bin.put', { id, actor: REPORTER })
    await expect(test.call('articles.save', save)).rejects.toEqual(refusal('in-the-bin'))
    expect((await test.call('articles.list', {})).rows).toEqual([])
    // The bin released the edit lock: another window may write.
    await test.call('bin.takeOut', { id, actor: EDITOR }, 'two')
    expect(await test.call('articles.open', { id, actor: EDITOR }, 'two')).toMatchObject({ editable: true })
    await test.call('articles.close', { id }, 'two')
    expect(await test.call('articles.save', save)).toMatchObject({ saveNumber: saveNumber + 1 })
  })

  it('refuses an article that another window writes', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'عنوان')
    await expect(test.call('bin.put', { id, actor: REPORTER }, 'two')).rejects.toEqual(refusal('locked'))
  })

  it('deletes articles after thirty days, but no damaged one', async () => {
    const { store, call, pass } = clockedService()
    const [old, damaged, young] = [
      await call('articles.create', { actor: REPORTER }),
      await call('articles.create', { actor: REPORTER }),
      await call('articles.create', { actor: REPORTER }),
    ]
    await call('bin.put', { id: old.id, actor: REPORTER })
    await call('bin.put', { id: damaged.id, actor: REPORTER })
    // As a damaged disk would.
    store.db.run(`UPDATE articles SET deleted_at = '2026-10-24T08:00:00.000Z' WHERE id = :id`, { id: damaged.id })
    pass(86_400_000)
    await call('bin.put', { id: young.id, actor: REPORTER })
    emptyOldBin(store, '2026-12-24T07:59:59.000Z')
    expect((await call('bin.list', {})).rows.map(({ id }) => id)).toEqual([young.id, old.id, damaged.id])
    emptyOldBin(store, '2026-12-24T08:00:01.000Z')
    const { rows } = await call('bin.list', {})
    expect(rows.map(({ id, isDamaged }) => [id, isDamaged])).toEqual([
      [young.id, false],
      [damaged.id, true],
    ])
    expect(await call('bin.empty', { ids: [young.id, damaged.id] })).toEqual({ removed: 1 })
    expect((await call('bin.list', {})).rows.map(({ id }) => id)).toEqual([damaged.id])
  })
})
