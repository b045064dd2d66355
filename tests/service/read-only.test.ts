import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore } from '#db/open.ts'
import { openCopy } from '#db/open-copy.ts'
import { createService } from '#electron/service/service.ts'
import { counter } from '#tests/support/articles.ts'
import { EDITOR, REPORTER, testService, writtenArticle } from '#tests/support/service.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

describe('a read-only store', () => {
  it('opens and previews articles, and refuses every change', async () => {
    const folder = tempFolder()
    const writing = testService(folder)
    const id = await writtenArticle(writing)
    writing.service.close()
    const options = {
      now: () => '2026-11-24T08:00:00.000Z',
      newId: counter(),
      newBlockId: counter(),
      home: folder,
      keyFolder: folder,
    }
    const store = { ...openStore(join(folder, 'store')), readOnly: true }
    const service = createService({ ...options, store })
    const ask = (name: string, input: unknown) => service.call(name, input, 'one')
    const opened = await ask('articles.open', { id, actor: REPORTER })
    expect(opened).toMatchObject({ ok: true, value: { editable: false, readOnlyReason: 'store-read-only' } })
    expect(await ask('publish.preview', { id })).toMatchObject({ ok: true })
    const { value } = (await ask('articles.get', { id })) as { value: { article: unknown } }
    const refused = { ok: false, error: { code: 'store-read-only' } }
    for (const [name, input] of [
      ['articles.create', { actor: REPORTER }],
      ['articles.save', { article: value.article, baseSaveNumber: 1, caret: null, actor: REPORTER }],
      ['review.move', { id, to: 'submitted', actor: REPORTER }],
      ['publish.export', { id, folder, draft: true, actor: EDITOR }],
      ['settings.set', { name: 'سعاد' }],
      [
        'import.accept',
        { lines: [{ line: 1, text: 'ع', role: 'headline', reason: null }], section: '', actor: REPORTER },
      ],
    ] as const) {
      expect(await ask(name, input), name).toMatchObject(refused)
    }
    service.close()
  })

  it('because the disk was full says that, and not that it is read-only', async () => {
    const folder = tempFolder()
    const writing = testService(folder)
    const id = await writtenArticle(writing)
    writing.service.close()
    const options = { now: () => '2026-11-24T08:00:00.000Z', newId: counter(), newBlockId: counter(), home: folder }
    const store = openCopy(join(folder, 'store'), true)
    const service = createService({ ...options, keyFolder: folder, store })
    const ask = (name: string, input: unknown) => service.call(name, input, 'one')
    const full = { ok: false, error: { code: 'store-full' } }
    expect(await ask('articles.open', { id, actor: REPORTER })).toMatchObject({
      value: { editable: false, readOnlyReason: 'store-full' },
    })
    expect(await ask('store.status', {})).toMatchObject({ value: { readOnly: true, isDiskFull: true } })
    expect(await ask('articles.create', { actor: REPORTER })).toMatchObject(full)
    expect(await ask('settings.set', { name: 'سعاد' })).toMatchObject(full)
    expect(await ask('store.backUp', {})).toMatchObject(full)
    service.close()
  })
})
