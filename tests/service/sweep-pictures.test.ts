import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import type { Asset } from '#core/article/asset.ts'
import { figure } from '#core/article/factories.ts'
import { insertArticle, setDeleted } from '#db/tables/articles.ts'
import { listAssets } from '#db/tables/assets.ts'
import { purge } from '#db/tables/bin.ts'
import { addDelivery } from '#db/tables/deliveries.ts'
import { hashesIn, loosePictures } from '#db/tables/loose-pictures.ts'
import { putProposal } from '#db/tables/proposals.ts'
import { addRevision } from '#db/tables/revisions.ts'
import { sweepPictures } from '#electron/service/pictures/sweep-pictures.ts'
import { counter, smallArticle } from '#tests/support/articles.ts'
import { deliveryRecord } from '#tests/support/delivery-record.ts'
import { png } from '#tests/support/pictures.ts'
import { REPORTER, testService, type TestService } from '#tests/support/service.ts'

const AT = '2026-11-24T08:00:00.000Z'
const NEXT_DAY = '2026-11-25T08:00:00.000Z'
const nobody = (): boolean => false

const withPicture = (id: string, asset: Asset): Article => {
  const article = smallArticle(id, 'عنوان')
  return { ...article, document: [...article.document, figure(counter('f'), { asset })] }
}

function put(test: TestService, article: Article): void {
  insertArticle(test.store.db, { article, state: 'draft', author: 'سعاد', at: AT })
}

function throwAway({ store }: TestService, id: string): void {
  setDeleted(store.db, id, AT)
  purge(store.db, [id], AT)
}

/** A store whose article with a picture was deleted for good. */
async function thrownAway(beside: (test: TestService, asset: Asset) => void = () => {}) {
  const test = testService()
  const { asset } = await test.call('assets.add', { name: 'صورة.png', bytes: png(4, 4).toString('base64') })
  put(test, withPicture('gone', asset))
  beside(test, asset)
  throwAway(test, 'gone')
  const path = join(test.folder, 'store', 'assets', asset.hash.slice(0, 2), asset.hash)
  const sweep = (now = NEXT_DAY, isWriting = nobody) => sweepPictures(test.store, isWriting, now)
  const isThere = (): boolean => existsSync(path) && listAssets(test.store.db).length === 1
  return { ...test, asset, path, sweep, isThere }
}

describe('the picture of an article that was deleted for good', () => {
  it('is removed a day later, with its file', async () => {
    const test = await thrownAway()
    expect(await test.sweep('2026-11-25T07:59:59.000Z')).toBe(0)
    expect(test.isThere()).toBe(true)
    expect(await test.sweep()).toBe(1)
    expect(existsSync(test.path)).toBe(false)
    expect(listAssets(test.store.db)).toEqual([])
    expect(loosePictures(test.store.db)).toEqual([])
    expect(await test.call('store.check', {})).toMatchObject({ damagedPictures: [] })
  })

  it('is removed even if only a revision had it', async () => {
    const test = await thrownAway(({ store }, asset) => {
      store.db.run("DELETE FROM articles WHERE id = 'gone'")
      const bare = smallArticle('gone', 'عنوان')
      insertArticle(store.db, { article: bare, state: 'draft', author: 'سعاد', at: AT })
      addRevision(store.db, { article: withPicture('gone', asset), at: AT, by: 'سعاد', reason: 'quiet' })
    })
    expect(await test.sweep()).toBe(1)
  })

  it.each<[string, (test: TestService, asset: Asset) => void]>([
    ['another article has it', (test, asset) => put(test, withPicture('other', asset))],
    [
      'an article in the bin has it',
      (test, asset) => {
        put(test, withPicture('other', asset))
        setDeleted(test.store.db, 'other', AT)
      },
    ],
    [
      'a version of another article has it',
      (test, asset) => {
        put(test, smallArticle('other', 'عنوان'))
        addRevision(test.store.db, { article: withPicture('other', asset), at: AT, by: 'سعاد', reason: 'quiet' })
      },
    ],
    [
      'it is on its way somewhere',
      (test, asset) => {
        put(test, smallArticle('a1', 'عنوان'))
        const revision = addRevision(test.store.db, {
          ...{ article: smallArticle('a1', 'عنوان'), at: AT, by: 'سعاد', reason: 'moved' },
        })
        addDelivery(test.store.db, deliveryRecord({ revision, createdAt: AT }), Buffer.from(`{"p":"${asset.hash}"}`))
      },
    ],
    [
      'somebody proposes it',
      (test, asset) => {
        const base = smallArticle('other', 'عنوان')
        put(test, base)
        putProposal(test.store.db, {
          ...{ id: 'p1', articleId: 'other', by: 'كريم', role: 'editor', note: '', state: 'open' },
          ...{ base, head: withPicture('other', asset), saveNumber: 0, createdAt: AT, updatedAt: AT },
        })
      },
    ],
    [
      'a template or a snippet has it',
      ({ store }, asset) =>
        void store.db.run("INSERT INTO settings VALUES ('snippets', :value)", { value: JSON.stringify([{ asset }]) }),
    ],
    [
      'a text that cannot be read may have it',
      (test) => {
        put(test, smallArticle('other', 'عنوان'))
        test.store.db.run("UPDATE texts SET json = replace(json, 'عنوان', 'عنوال') WHERE json LIKE '%other%'")
      },
    ],
    [
      'a version that cannot be read may have it',
      (test) => {
        put(test, smallArticle('other', 'عنوان'))
        addRevision(test.store.db, { article: smallArticle('other', 'آخر'), at: AT, by: 'سعاد', reason: 'quiet' })
        const raw = new Database(join(test.folder, 'store', 'midad.db'))
        raw.exec("DROP TRIGGER revisions_stay; UPDATE revisions SET data = x'00' WHERE article_id = 'other'")
        raw.close()
      },
    ],
    [
      'a damaged file was put aside, which may have it',
      ({ folder }) => mkdirSync(join(folder, 'store', 'damaged-20261124T070000Z')),
    ],
  ])('stays when %s', async (_words, beside) => {
    const test = await thrownAway(beside)
    expect(await test.sweep()).toBe(0)
    expect(test.isThere()).toBe(true)
  })

  it('stays while somebody writes, and when an article is saved during the sweep', async () => {
    const test = await thrownAway((each) => {
      each.store.db.transaction(() => {
        for (let number = 0; number < 800; number += 1)
          put(each, smallArticle(`a${number}`, 'عنوان', 'كلام '.repeat(400)))
      })
    })
    expect(test.service.isWriting()).toBe(false)
    const { id } = await test.call('articles.create', { actor: REPORTER })
    await test.call('articles.open', { id, actor: REPORTER })
    expect(test.service.isWriting()).toBe(true)
    expect(await test.sweep(NEXT_DAY, () => test.service.isWriting())).toBe(0)
    const sweeping = test.sweep()
    put(test, withPicture('pasted', test.asset))
    expect(await sweeping).toBe(0)
    expect(test.isThere()).toBe(true)
    expect(await test.sweep()).toBe(0)
    expect(loosePictures(test.store.db)).toEqual([])
  })

  it('stays when it was added again', async () => {
    const test = await thrownAway()
    await test.call('assets.add', { name: 'صورة.png', bytes: png(4, 4).toString('base64') })
    expect(await test.sweep()).toBe(0)
    expect(test.isThere()).toBe(true)
  })

  it('is removed by the next sweep when only its file is left', async () => {
    const test = await thrownAway()
    test.store.db.run('DELETE FROM assets')
    expect(await test.sweep()).toBe(1)
    expect(existsSync(test.path)).toBe(false)
  })
})

describe('hashes in a text', () => {
  const hash = fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: 64, maxLength: 64 })

  it('are found anywhere in it', () => {
    fc.assert(
      fc.property(hash, fc.string(), fc.string(), (each, before, after) => {
        expect(hashesIn(`${before}${each}${after}`, new Set([each]))).toContain(each)
      }),
    )
  })

  it('are found only if they are asked for', () => {
    fc.assert(
      fc.property(hash, hash, (one, other) => {
        fc.pre(one !== other)
        expect(hashesIn(`"${one}"`, new Set([other]))).toEqual([])
      }),
    )
  })
})
