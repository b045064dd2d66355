import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { correction, figure } from '#core/article/factories.ts'
import { readZip } from '#electron/files/zip-read.ts'
import { counter } from '#tests/support/articles.ts'
import { png } from '#tests/support/pictures.ts'
import { EDITOR, REPORTER, testService, writtenArticle, type TestService } from '#tests/support/service.ts'

const refusal = (code: string): unknown => expect.objectContaining({ code })

async function approve(test: TestService, id: string): Promise<void> {
  await test.call('review.move', { id, to: 'submitted', actor: REPORTER })
  await test.call('review.move', { id, to: 'approved', actor: EDITOR })
}

async function exported(test: TestService, headline?: string): Promise<string> {
  const id = await writtenArticle(test, headline)
  await approve(test, id)
  await test.call('publish.export', { id, folder: test.folder, actor: EDITOR })
  return id
}

async function fileOf(path: string, name: string): Promise<string> {
  const { files } = await readZip(readFileSync(path))
  const entry = [...files].find(([entryPath]) => entryPath.endsWith(`/data/${name}`))
  return Buffer.from(entry?.[1] ?? []).toString('utf8')
}

describe('the end of an article', () => {
  it('is exported as a package without a body, with the reason as an editorial note', async () => {
    for (const [to, action, status] of [
      ['killed', 'kill', 'canceled'],
      ['withdrawn', 'withdraw', 'withheld'],
    ] as const) {
      const test = testService()
      const id = await exported(test)
      await test.call('review.move', { id, to, actor: EDITOR, note: 'خبر كاذب' })
      const { next } = await test.call('publish.preview', { id })
      expect(next).toMatchObject({ version: 2, action, status })
      const formats = ['wxr', 'rss', 'markdown', 'text'] as const
      const order = { id, folder: test.folder, formats: [...formats], actor: EDITOR }
      const { path, version } = await test.call('publish.export', order)
      expect(version).toBe(2)
      const words = action === 'kill' ? 'أُلغيت هذه المادة.' : 'سُحبت هذه المادة.'
      expect(await fileOf(path, 'article.wxr.xml')).toContain(`<wp:status>${action === 'kill' ? 'trash' : 'draft'}<`)
      expect(await fileOf(path, 'article.rss.xml')).toContain(`<description>${words}`)
      expect(await fileOf(path, 'article.md')).toContain(`status: "${status}"`)
      expect(await fileOf(path, 'article.md')).toContain(words)
      expect(await fileOf(path, 'article.txt')).toContain(words)
      expect(JSON.parse(await fileOf(path, 'ninjs.json'))).toMatchObject({ pubStatus: status, edNote: 'خبر كاذب' })
      expect(JSON.parse(await fileOf(path, 'package.json'))).toMatchObject({ action, supersedes: 1, draft: false })
      expect(await fileOf(path, 'article.json')).toBe('')
      expect((await test.call('articles.get', { id })).state).toBe(to)
    }
  })
  it('is not exported when the article never was', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    await test.call('review.move', { id, to: 'killed', actor: EDITOR, note: 'مكرر' })
    await expect(test.call('publish.export', { id, folder: test.folder, actor: EDITOR })).rejects.toThrow(
      refusal('never-exported'),
    )
  })
  it('is undone, after a withdrawal, by another review', async () => {
    const test = testService()
    const id = await exported(test)
    await test.call('review.move', { id, to: 'withdrawn', actor: EDITOR, note: 'مراجعة قانونية' })
    await test.call('review.move', { id, to: 'draft', actor: EDITOR })
    await approve(test, id)
    const { version, action } = await test.call('publish.export', { id, folder: test.folder, actor: EDITOR })
    expect([version, action]).toEqual([2, 'update'])
  })
})

describe('a correction', () => {
  it('makes the next package a correction, once, and says why', async () => {
    const test = testService()
    const id = await exported(test)
    const { article, saveNumber } = await test.call('articles.open', { id, actor: EDITOR })
    const mended = correction(counter('c'), 'الصحيح «تراس».', '2026-11-24')
    await test.call('articles.save', {
      article: { ...article, document: [...article.document, mended] },
      ...{ baseSaveNumber: saveNumber, caret: null, actor: EDITOR },
    })
    await approve(test, id)
    const { path, action } = await test.call('publish.export', { id, folder: test.folder, actor: EDITOR })
    expect(action).toBe('correct')
    expect(await fileOf(path, 'newsml-g2.xml')).toContain(
      '<edNote>الصحيح «تراس».</edNote>\n<signal qcode="sig:correction"/>',
    )
    expect(JSON.parse(await fileOf(path, 'jsonld.json')).correction).toEqual([
      {
        ...{ '@type': 'CorrectionComment', name: 'تصحيح: 2026-11-24' },
        ...{ text: 'الصحيح «تراس».', datePublished: '2026-11-24' },
      },
    ])
    const again = await test.call('publish.export', { id, folder: test.folder, actor: EDITOR })
    expect(again.action).toBe('update')
    const chosen = await test.call('publish.export', { id, folder: test.folder, action: 'correct', actor: EDITOR })
    expect(chosen.action).toBe('correct')
  })
})

describe('an embargo', () => {
  it('withholds the article until its moment, in any time zone', async () => {
    for (const [embargo, status] of [
      ['2026-11-24T23:00:00+03:00', 'withheld'],
      ['2026-11-24T10:00:00+03:00', 'usable'],
      ['2026-11-24T04:00:00-07:00', 'withheld'],
    ] as const) {
      const test = testService()
      const id = await writtenArticle(test)
      const { article, saveNumber } = await test.call('articles.open', { id, actor: REPORTER })
      await test.call('articles.save', {
        article: { ...article, metadata: { ...article.metadata, embargo } },
        ...{ baseSaveNumber: saveNumber, caret: null, actor: REPORTER },
      })
      await approve(test, id)
      const { next } = await test.call('publish.preview', { id })
      expect(next).toMatchObject({ status, embargo, embargoed: status === 'withheld' })
      const { path } = await test.call('publish.export', { id, folder: test.folder, actor: EDITOR })
      expect(JSON.parse(await fileOf(path, 'ninjs.json')).pubStatus).toBe(status)
    }
  })
})

describe('other formats', () => {
  it('are exported like packages: as a marked draft, or by an editor, and recorded in the audit', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    const order = { id, format: 'text', folder: test.folder } as const
    await expect(test.call('publish.exportFile', { ...order, actor: EDITOR })).rejects.toThrow(refusal('not-approved'))
    expect(readdirSync(test.folder)).toEqual(['store'])
    const draft = await test.call('publish.exportFile', { ...order, draft: true, actor: REPORTER })
    expect(readFileSync(draft.path, 'utf8')).toBe('مسودة لم تُعتمد، وليست للنشر.\n\nعنوان\n\nنص المقالة.\n')
    await approve(test, id)
    await expect(test.call('publish.exportFile', { ...order, actor: REPORTER })).rejects.toThrow(
      refusal('role-not-allowed'),
    )
    const file = await test.call('publish.exportFile', { ...order, actor: EDITOR })
    expect(readFileSync(file.path, 'utf8')).toBe('عنوان\n\nنص المقالة.\n')
    const { events } = await test.call('review.history', { id })
    expect(events.filter(({ action }) => action === 'exported')).toMatchObject([
      { by: REPORTER.name, from: 'draft', to: 'draft', note: 'text' },
      { by: EDITOR.name, from: 'approved', to: 'approved', note: 'text' },
    ])
  })
  it('are written as files of their own, never over another', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    const first = await test.call('publish.exportFile', {
      id,
      format: 'markdown',
      folder: test.folder,
      draft: true,
      actor: REPORTER,
    })
    expect(basename(first.path)).toBe('عنوان-article1-v1.md')
    expect(readFileSync(first.path, 'utf8')).toContain('# عنوان\n\nنص المقالة.\n')
    const second = await test.call('publish.exportFile', {
      id,
      format: 'markdown',
      folder: test.folder,
      draft: true,
      actor: REPORTER,
    })
    expect(basename(second.path)).toBe('عنوان-article1-v1-2.md')
    expect((await test.call('articles.get', { id })).state).toBe('draft')
    await expect(
      test.call('publish.exportFile', { id, format: 'pdf', folder: test.folder, draft: true, actor: REPORTER }),
    ).rejects.toThrow(refusal('no-printer'))
  })
  it('are removed with the files beside them when the audit cannot record them', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    const { asset } = await test.call('assets.add', { name: 'x.png', bytes: png(4, 4).toString('base64') })
    const { article, saveNumber } = await test.call('articles.open', { id, actor: REPORTER })
    const picture = figure(() => 'f', { asset, alt: 'وصف' })
    await test.call('articles.save', {
      article: { ...article, document: [...article.document, picture] },
      ...{ baseSaveNumber: saveNumber, caret: null, actor: REPORTER },
    })
    test.store.db.run(
      "CREATE TEMP TRIGGER full BEFORE INSERT ON main.events BEGIN SELECT RAISE(ABORT, 'disk full'); END",
      {},
    )
    const order = { id, folder: test.folder, draft: true, actor: REPORTER } as const
    for (const format of ['text', 'markdown'] as const) {
      await expect(test.call('publish.exportFile', { ...order, format })).rejects.toThrow()
      expect(readdirSync(test.folder)).toEqual(['store'])
    }
  })
  it('are in the package on request, and the package is sound', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    await approve(test, id)
    const formats = ['docx', 'text'] as const
    const { path } = await test.call('publish.export', {
      id,
      folder: test.folder,
      actor: EDITOR,
      formats: [...formats],
    })
    const { valid, files } = await test.call('publish.verify', { path })
    expect(valid).toBe(true)
    expect(files.map((file) => file.path)).toEqual(expect.arrayContaining(['data/article.docx', 'data/article.txt']))
    expect(await fileOf(path, 'article.txt')).toBe('عنوان\n\nنص المقالة.\n')
  })
})

describe('an export of several articles', () => {
  it('writes a package for each and one list of them', async () => {
    const test = testService()
    const ids = [
      await writtenArticle(test, 'أول'),
      await writtenArticle(test, 'ثانٍ'),
      await writtenArticle(test, 'ثالث'),
    ]
    for (const id of ids.slice(0, 2)) await approve(test, id)
    const folder = join(test.folder, 'out')
    mkdirSync(folder)
    const { list, packages, refused } = await test.call('publish.exportMany', { ids, folder, actor: EDITOR, job: 'j' })
    expect(refused).toEqual([{ id: ids[2], code: 'not-approved', params: { state: 'draft' } }])
    expect(packages.map(({ id }) => id)).toEqual(ids.slice(0, 2))
    const listed = JSON.parse(readFileSync(list ?? '', 'utf8'))
    expect(listed.packages.map(({ file, headline }: Record<string, string>) => [file, headline])).toEqual([
      ['أول-article1-v1.zip', 'أول'],
      ['ثان-article2-v1.zip', 'ثانٍ'],
    ])
    expect(listed.packages.every(({ file }: Record<string, string>) => existsSync(join(folder, file ?? '')))).toBe(true)
    expect(readdirSync(folder).length).toBe(3)
    const steps = test.changes.filter(({ type }) => type === 'progress')
    expect(steps[0]).toEqual({ type: 'progress', job: 'j', done: 0, total: 9 })
    expect(steps.at(-1)).toEqual({ type: 'progress', job: 'j', done: 6, total: 9 })
  })
  it('stops on request, and lists the complete packages', async () => {
    const test = testService()
    const ids = [await writtenArticle(test, 'أول'), await writtenArticle(test, 'ثانٍ')]
    for (const id of ids) await approve(test, id)
    const folder = join(test.folder, 'out')
    mkdirSync(folder)
    const cancelled = Promise.withResolvers<boolean>()
    test.service.onChange((change) => {
      if (change.type === 'progress' && change.done === 4)
        cancelled.resolve(test.call('jobs.cancel', { job: 'j' }).then(({ found }) => found))
    })
    const { list, packages, refused } = await test.call('publish.exportMany', { ids, folder, actor: EDITOR, job: 'j' })
    expect(await cancelled.promise).toBe(true)
    expect(packages.map(({ path }) => basename(path))).toEqual(['أول-article1-v1.zip'])
    expect(refused).toEqual([{ id: ids[1], code: 'cancelled', params: {} }])
    expect(readdirSync(folder).toSorted()).toEqual([basename(list ?? ''), 'أول-article1-v1.zip'])
    expect((await test.call('articles.get', { id: ids[1] ?? '' })).state).toBe('approved')
    expect(await test.call('jobs.cancel', { job: 'j' })).toEqual({ found: false })
  })
  it('is refused when it is stopped before anything was written, and leaves nothing', async () => {
    const test = testService()
    const ids = [await writtenArticle(test, 'أول'), await writtenArticle(test, 'ثانٍ')]
    for (const id of ids) await approve(test, id)
    const folder = join(test.folder, 'out')
    mkdirSync(folder)
    test.service.onChange((change) => {
      if (change.type === 'progress' && change.done === 1) void test.call('jobs.cancel', { job: 'j' })
    })
    await expect(test.call('publish.exportMany', { ids, folder, actor: EDITOR, job: 'j' })).rejects.toThrow(
      refusal('cancelled'),
    )
    expect(readdirSync(folder)).toEqual([])
  })
  it('writes the chosen formats into every package', async () => {
    const test = testService()
    const ids = [await writtenArticle(test, 'أول'), await writtenArticle(test, 'ثانٍ')]
    for (const id of ids) await approve(test, id)
    const order = { ids, folder: test.folder, actor: EDITOR, formats: ['text' as const] }
    const { packages } = await test.call('publish.exportMany', order)
    expect(await Promise.all(packages.map(({ path }) => fileOf(path, 'article.txt')))).toEqual([
      'أول\n\nنص المقالة.\n',
      'ثانٍ\n\nنص المقالة.\n',
    ])
  })
  it('is refused to a reporter for an approved article, even as a draft', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    await approve(test, id)
    const order = { folder: test.folder, actor: REPORTER, draft: true }
    await expect(test.call('publish.export', { ...order, id })).rejects.toThrow(refusal('role-not-allowed'))
    expect(await test.call('publish.exportMany', { ...order, ids: [id] })).toEqual({
      ...{ list: null, packages: [] },
      refused: [{ id, code: 'role-not-allowed', params: {} }],
    })
    expect((await test.call('articles.get', { id })).state).toBe('approved')
  })
})
