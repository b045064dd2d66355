import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { writeArticleFile } from '#core/article/article-file.ts'
import { canonicalJson, sha256Hex } from '#core/article/canonical.ts'
import type { ArticleJson } from '#core/article/versions/article-json.ts'
import { buildPackage } from '#core/export/package/package.ts'
import { addFunctions } from '#db/functions.ts'
import { migrate } from '#db/migrate.ts'
import { MIGRATIONS } from '#db/migrations/index.ts'
import { soundContent } from '#db/recovery/content.ts'
import { knownRows } from '#db/recovery/read-store.ts'
import { getArticle } from '#db/tables/articles.ts'
import { addRevision, listRevisions } from '#db/tables/revisions.ts'
import { recordArrival } from '#electron/service/deliver/record-arrival.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { deliveryRecord } from '#tests/support/delivery-record.ts'
import { PACKAGE } from '#tests/support/edition.ts'
import { articleInFormat, insertStored } from '#tests/support/formats.ts'
import { EDITOR, REPORTER, testService, type TestService } from '#tests/support/service.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const AT = '2026-11-20T08:00:00.000Z'
const ID = String(articleInFormat(1)['id'])
const PRESENT = articleInFormat(2)

/** @returns the article in a format, without the blocks that need pictures. */
function withoutPictures(format: 1 | 2): ArticleJson {
  const { document, ...rest } = articleInFormat(format)
  return { ...rest, document: document.filter((_block, index) => index !== 2 && index !== 4) }
}

/** @returns a service over an upgraded store of version 4 with one approved article in format 1. */
function upgradedService(article = articleInFormat(1)): TestService & { hash: string } {
  const folder = tempFolder()
  mkdirSync(join(folder, 'store'))
  const old = new Database(join(folder, 'store', 'midad.db'))
  addFunctions(old)
  migrate(old, MIGRATIONS.slice(0, 4))
  old.pragma('application_id = 0x4d444144')
  const hash = insertStored(old, article, AT)
  old.close()
  return { ...testService(folder), hash }
}

describe('an article of format 1', () => {
  it('is restored from a revision, which keeps its old hash', async () => {
    const { call, hash } = upgradedService()
    expect((await call('history.points', { id: ID })).points).toMatchObject([{ hash, reason: 'moved', at: AT }])
    expect((await call('history.read', { id: ID, hash })).article).toEqual(PRESENT)
    await call('history.restore', { id: ID, hash, actor: EDITOR })
    expect((await call('articles.get', { id: ID })).article).toEqual(PRESENT)
  })

  it('gets a new revision at an export, but not when it is closed unchanged', async () => {
    const { call, store, hash } = upgradedService()
    await call('articles.open', { id: ID, actor: EDITOR })
    await call('articles.close', { id: ID, actor: EDITOR })
    expect(listRevisions(store.db, ID).revisions.map((each) => each.hash)).toEqual([hash])
    const { article } = await call('articles.get', { id: ID })
    expect(addRevision(store.db, { article, at: AT, by: 'كريم', reason: 'exported' })).toBe(
      sha256Hex(canonicalJson(PRESENT)),
    )
  })

  it('is published when a delivery from before the upgrade arrives', () => {
    const { store, hash } = upgradedService()
    const delivery = deliveryRecord({ articleId: ID, revision: hash, createdAt: AT })
    const outcome = { remote: {}, link: null, isUnchanged: false, isPublic: true, scheduledFor: null }
    recordArrival(store.db, delivery, delivery.progress, outcome, AT)
    expect(getArticle(store.db, ID)?.state).toBe('published')
  })

  it('is recovered from its revision when the upgraded text is damaged', () => {
    const { store } = upgradedService()
    store.db.run("UPDATE texts SET json = replace(json, 'نصّ', 'نصّا')")
    const { articles, outdated } = soundContent(knownRows(store.db, null))
    expect(articles.get(ID)?.article).toEqual(PRESENT)
    expect([...outdated]).toEqual([])
  })

  it('is imported from an old package, and recognised as the same article', async () => {
    const article = withoutPictures(1)
    const { call } = upgradedService(article)
    const bytes = await writeZip(buildPackage({ ...PACKAGE, article: article as unknown as Article }))
    const file = { name: 'p.zip', bytes: Buffer.from(bytes).toString('base64') }
    expect(await call('import.recognise', file)).toMatchObject({
      format: 'package',
      articles: [{ known: { id: ID, isSame: true } }],
    })
    const other = testService()
    await other.call('import.take', { ...file, choices: [{ index: 0, as: 'new' }], actor: REPORTER })
    expect((await other.call('articles.get', { id: ID })).article).toEqual(withoutPictures(2))
  })

  it('is imported from a file that an old window saved', async () => {
    const text = writeArticleFile(withoutPictures(1) as unknown as Article, AT, [])
    const { call } = testService()
    expect(await call('import.article', { text, actor: REPORTER })).toEqual({ id: ID, isCopy: false })
    expect((await call('articles.get', { id: ID })).article).toEqual(withoutPictures(2))
  })
})
