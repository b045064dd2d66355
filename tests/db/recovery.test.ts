import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { newArticle, paragraph } from '#core/article/factories.ts'
import { ContractError } from '#core/contract/errors.ts'
import { checkDatabase } from '#db/check.ts'
import { closeCopy } from '#db/close-copy.ts'
import { openStore, type Store } from '#db/open.ts'
import { salvage } from '#db/recovery/salvage.ts'
import { soundContent } from '#db/recovery/content.ts'
import { indexNext } from '#db/search/indexer.ts'
import { getArticle, insertArticle, saveArticle, setDeleted } from '#db/tables/articles.ts'
import { addAsset } from '#db/tables/assets.ts'
import { purge } from '#db/tables/bin.ts'
import { addEvent } from '#db/tables/events.ts'
import { addDelivery, listDeliveries, setDelivery } from '#db/tables/deliveries.ts'
import { addHouseFile, listHouseFiles } from '#db/tables/houses.ts'
import { listPeople, putPerson } from '#db/tables/people.ts'
import { listDestinations, putDestination } from '#db/tables/destinations.ts'
import { addRevision, lastRevision } from '#db/tables/revisions.ts'
import { setMark } from '#db/tables/marks.ts'
import { getSettings, setSettings } from '#db/tables/settings.ts'
import { backUp } from '#electron/service/backups/back-up.ts'
import { backupFolders, folderInHouse, listBackups } from '#electron/service/backups/backup-files.ts'
import { recoverStore } from '#electron/service/recovery/recover-store.ts'
import { lastRecovery } from '#electron/service/recovery/recovery-report.ts'
import { counter, smallArticle } from '#tests/support/articles.ts'
import { mountMedium, NO_MOUNT } from '#tests/faults/folder/mount.ts'
import { deliveryRecord } from '#tests/support/delivery-record.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const NOW = '2026-11-24T08:00:00.000Z'
const RECOVERED = { code: 'recovered', params: {} } as const
const LONG = 'كلام طويل في خبر من أخبار اليوم '.repeat(2000)

function fill(store: Store, count: number): void {
  for (let number = 1; number <= count; number += 1) {
    const article = smallArticle(`a${number}`, `عنوان ${number}`, number % 3 === 0 ? LONG : `نص ${number}`)
    insertArticle(store.db, { article, state: 'draft', author: 'سعاد', at: NOW })
    const revision = addRevision(store.db, { article, at: NOW, by: 'سعاد', reason: 'created' })
    addEvent(store.db, article.id, {
      ...{ at: NOW, by: 'سعاد', role: 'reporter', action: 'created', from: null, to: 'draft', note: '', revision },
    })
  }
}

/** @returns the folder of a closed store with so many articles. */
function filledFolder(count: number): string {
  const folder = tempFolder()
  const store = openStore(folder)
  fill(store, count)
  store.close()
  return folder
}

const file = (folder: string): string => join(folder, 'midad.db')

function damage(folder: string, change: (bytes: Buffer) => void): void {
  const bytes = readFileSync(file(folder))
  change(bytes)
  writeFileSync(file(folder), bytes)
}

/** @returns how a recovery ended: a refusal, a sound store with this many articles, or a report that is wrong. */
function recoveredWith(folder: string): string {
  try {
    const report = recoverStore(folder, NOW)
    const { isFileSound, articles, damagedArticles } = checkDatabase(file(folder))
    const isWhole = isFileSound && articles === report.recovered && damagedArticles.length === 0
    return isWhole ? `all ${articles}` : 'a wrong report'
  } catch (error) {
    return error instanceof ContractError ? error.code : String(error)
  }
}

function reopened(folder: string): Store {
  const store = openStore(folder)
  onTestFinished(() => store.close())
  return store
}

describe('salvage', () => {
  it('finds the latest save of every article, in the file or in the log', () => {
    const folder = tempFolder()
    const store = openStore(folder)
    fill(store, 30)
    const article = smallArticle('a3', 'عنوان أخير', 'بعد التعديل')
    saveArticle(store.db, { article, caret: null, at: NOW, baseSaveNumber: 0, state: 'draft' })
    const [bytes, log] = [readFileSync(file(folder)), readFileSync(`${file(folder)}-wal`)]
    store.close()
    const content = soundContent(salvage(bytes, log))
    expect(content.articles.size).toBe(30)
    expect(content.articles.get('a3')?.article).toEqual(article)
    expect(content.articles.get('a6')?.article).toEqual(smallArticle('a6', 'عنوان 6', LONG))
    expect(content.revisions).toHaveLength(30)
    expect(content.events).toHaveLength(30)
    expect(content.lost.size).toBe(0)
  })

  it('rejects a text with a flipped bit, and takes the same text from a revision', () => {
    const folder = filledFolder(3)
    damage(folder, (bytes) => {
      for (let at = bytes.indexOf('نص 1'); at !== -1; at = bytes.indexOf('نص 1', at + 1)) bytes[at] = 0xd8
      for (let at = bytes.indexOf('نص 1'); at !== -1; at = bytes.indexOf('نص 1', at + 1)) bytes[at + 1] = 0xb5
    })
    const { articles } = soundContent(salvage(readFileSync(file(folder)), null))
    // The compressed revision of the same text is whole: its hash matches.
    expect(articles.get('a1')?.article).toEqual(smallArticle('a1', 'عنوان 1', 'نص 1'))
  })
})

describe('recovering', () => {
  it('makes a new store from a file without its first page, and keeps the damaged one', () => {
    const folder = filledFolder(30)
    damage(folder, (bytes) => bytes.fill(0, 0, 4096))
    const damaged = readFileSync(file(folder))
    const report = recoverStore(folder, NOW)
    expect(report).toMatchObject({ from: 'damaged', recovered: 30, older: [], lost: [] })
    expect(readFileSync(join(report.source, 'midad.db'))).toEqual(damaged)
    expect(existsSync(join(report.source, 'recovered.json'))).toBe(true)
    const store = reopened(folder)
    expect(getArticle(store.db, 'a30')?.article).toEqual(smallArticle('a30', 'عنوان 30', LONG))
    expect(readdirSync(folder)).not.toContain('recovering')
  })

  it('shows no wrong text as right, whichever page is lost', () => {
    const source = filledFolder(12)
    const pages = readFileSync(file(source)).length / 4096
    for (let page = 1; page < pages; page += 1) {
      const folder = tempFolder()
      copyFileSync(file(source), file(folder))
      damage(folder, (bytes) => bytes.fill(0, page * 4096, (page + 1) * 4096))
      const report = recoverStore(folder, NOW)
      const store = openStore(folder)
      const back = Array.from({ length: 12 }, (_each, index) => getArticle(store.db, `a${index + 1}`))
      store.close()
      for (const [index, stored] of back.entries()) {
        const number = index + 1
        const text = number % 3 === 0 ? LONG : `نص ${number}`
        if (stored === null) expect(report.lost.map(({ id }) => id)).toContain(`a${number}`)
        else expect(stored.article).toEqual(smallArticle(`a${number}`, `عنوان ${number}`, text))
      }
      expect(report.recovered + report.older.length + report.lost.length).toBe(12)
    }
  })

  it('keeps the people and the house files, so that nobody has more rights than before', () => {
    const folder = filledFolder(2)
    const store = openStore(folder)
    const person = { id: 'ab'.repeat(16), name: 'سعاد', role: 'reporter', publicKey: 'cd'.repeat(32) } as const
    putPerson(store.db, { ...person, addedAt: NOW, leftAt: null })
    addHouseFile(store.db, 1, '{"version":1}', NOW)
    addHouseFile(store.db, 2, '{"version":2}', NOW)
    store.close()
    damage(folder, (bytes) => bytes.fill(0, 0, 4096))
    recoverStore(folder, NOW)
    const back = reopened(folder)
    expect(listPeople(back.db)).toEqual([{ ...person, addedAt: NOW, leftAt: null }])
    expect(listHouseFiles(back.db)).toEqual(['{"version":1}', '{"version":2}'])
  })

  it('keeps destinations and the last state of their deliveries, and holds a delivery that was being sent', () => {
    const folder = filledFolder(2)
    const store = openStore(folder)
    const config = { kind: 'folder', folder: '/hot', layout: 'flat', readByOthers: false } as const
    putDestination(store.db, { id: 'd1', name: 'المجلد', config }, NOW)
    // As version 5 wrote it, which did not ask who reads a folder.
    store.db.run(
      `INSERT INTO destinations VALUES ('d2', 'القديم', :config, :at, :at, seal('d2', 'القديم', :config, :at, :at))`,
      { config: '{"kind":"folder","folder":"/old","layout":"flat"}', at: NOW },
    )
    const sent = deliveryRecord({ revision: lastRevision(store.db, 'a1')?.hash ?? '', createdAt: NOW })
    addDelivery(store.db, sent, Buffer.from('الحزمة'))
    const progress = { ...sent.progress, remote: { post: 7 } }
    setDelivery(store.db, 'delivery1', 'sending', progress, '2026-11-24T08:05:00.000Z')
    store.close()
    damage(folder, (bytes) => bytes.fill(0, 0, 4096))
    recoverStore(folder, NOW)
    const back = reopened(folder)
    expect(listDestinations(back.db)).toEqual([
      { id: 'd1', name: 'المجلد', config },
      { id: 'd2', name: 'القديم', config: { ...config, folder: '/old', readByOthers: true } },
    ])
    expect(listDeliveries(back.db, 'a1', 10)).toEqual({
      deliveries: [
        {
          ...sent,
          state: 'held',
          progress: { ...progress, problem: RECOVERED },
          updatedAt: '2026-11-24T08:05:00.000Z',
        },
      ],
      damaged: 0,
    })
  })

  it('reports a full disk and changes nothing, wherever it gets full', ({ skip }) => {
    const built = tempFolder()
    const writing = openStore(built)
    for (let number = 1; number <= 8; number += 1) {
      const article = smallArticle(`a${number}`, `عنوان ${number}`, LONG)
      insertArticle(writing.db, { article, state: 'draft', author: 'سعاد', at: NOW })
    }
    writing.close()
    damage(built, (bytes) => bytes.fill(0, 3 * 4096, 4 * 4096))
    const bytes = readFileSync(file(built))
    const found: string[] = []
    for (let room = 1; room <= 5; room += 1 / 8) {
      const medium = mountMedium(join(tempFolder(), 'medium'), Math.ceil(bytes.length * room))
      if (medium === null) return skip(NO_MOUNT)
      try {
        copyFileSync(file(built), file(medium.folder))
        found.push(recoveredWith(medium.folder))
        if (found.at(-1) === 'store-full') expect(readFileSync(file(medium.folder)).equals(bytes)).toBe(true)
      } finally {
        medium.unmount()
      }
    }
    expect([...new Set(found)]).toEqual(['store-full', 'all 8'])
  })

  it('starts again when it was interrupted after the log was removed', () => {
    const folder = filledFolder(5)
    damage(folder, (bytes) => bytes.fill(0, 0, 4096))
    const { source } = recoverStore(folder, NOW)
    // As if the new store had not replaced the damaged one, which is now empty.
    writeFileSync(file(folder), Buffer.alloc(8192))
    rmSync(join(source, 'recovered.json'))
    expect(recoverStore(folder, '2026-11-24T09:00:00.000Z')).toMatchObject({ recovered: 5, lost: [] })
  })
})

describe('recovering a recovered store', () => {
  const [FIRST, THEN, LAST] = ['2026-11-24T09:00:00.000Z', '2026-11-24T10:00:00.000Z', '2026-11-24T11:00:00.000Z']

  /** Overwrites the whole file with zeros. */
  const wipe = (folder: string): void => damage(folder, (bytes) => bytes.fill(0))

  it('falls back to the files that the first recovery kept', () => {
    const folder = filledFolder(5)
    damage(folder, (bytes) => bytes.fill(0, 0, 4096))
    expect(recoverStore(folder, FIRST)).toMatchObject({ recovered: 5 })
    wipe(folder)
    const report = recoverStore(folder, THEN)
    expect(report).toMatchObject({ recovered: 0, lost: [], source: join(folder, 'damaged-20261124T100000Z') })
    expect(report.older.map(({ id }) => id)).toEqual(['a1', 'a2', 'a3', 'a4', 'a5'])
    expect(getArticle(reopened(folder).db, 'a3')?.article).toEqual(smallArticle('a3', 'عنوان 3', LONG))
  })

  it('prefers a later text to an earlier one', () => {
    const folder = filledFolder(3)
    damage(folder, (bytes) => bytes.fill(0, 0, 4096))
    recoverStore(folder, FIRST)
    const store = openStore(folder)
    const article = smallArticle('a2', 'عنوان لاحق')
    saveArticle(store.db, { article, caret: null, at: THEN, baseSaveNumber: 0, state: 'draft' })
    store.close()
    damage(folder, (bytes) => bytes.fill(0, 0, 4096))
    expect(recoverStore(folder, LAST)).toMatchObject({ recovered: 3, older: [], lost: [] })
    expect(getArticle(reopened(folder).db, 'a2')?.article).toEqual(article)
  })

  it('does not bring back what was deleted for good before a sound backup', async () => {
    const folder = filledFolder(3)
    damage(folder, (bytes) => bytes.fill(0, 0, 4096))
    recoverStore(folder, FIRST)
    const store = openStore(folder)
    setDeleted(store.db, 'a2', THEN)
    purge(store.db, ['a2'], THEN)
    await backUp(store, join(folder, 'backups'), THEN)
    store.close()
    wipe(folder)
    const report = recoverStore(folder, LAST)
    expect(report.older.map(({ id }) => id)).toEqual(['a1', 'a3'])
    expect(report.lost).toEqual([])
  })

  it('reports pictures that are neither in the store nor in a backup', () => {
    const folder = filledFolder(1)
    const store = openStore(folder)
    const picture = { hash: 'c'.repeat(64), mediaType: 'image/png', width: 4, height: 4, size: 80 } as const
    addAsset(store.db, { ...picture, name: 'ضائعة.png' }, NOW)
    store.close()
    damage(folder, (bytes) => bytes.fill(0, 0, 4096))
    const report = recoverStore(folder, FIRST)
    expect(report.missingPictures).toEqual(['ضائعة.png'])
    expect(lastRecovery(folder)).toEqual(report)
  })
})

describe('recovering with backups', () => {
  const YESTERDAY = '2026-11-23T08:00:00.000Z'

  /** @returns a folder with one article: its first draft was kept as a revision, then it was edited, approved and backed up. */
  async function backedUp(house: string): Promise<string> {
    const folder = tempFolder()
    const store = openStore(folder)
    insertArticle(store.db, {
      article: smallArticle('a1', 'عنوان', 'المسودة الأولى'),
      ...{ state: 'draft', author: 'سعاد', at: YESTERDAY },
    })
    addRevision(store.db, {
      article: smallArticle('a1', 'عنوان', 'المسودة الأولى'),
      ...{ at: YESTERDAY, by: 'سعاد', reason: 'created' },
    })
    const article = smallArticle('a1', 'عنوان', 'عمل شهر كامل')
    saveArticle(store.db, { article, caret: null, at: YESTERDAY, baseSaveNumber: 0, state: 'approved' })
    if (house !== '') setSettings(store.db, { ...getSettings(store.db), backupFolder: house })
    setMark(store.db, 'store-id', '0123456789ab')
    await backUp(store, house === '' ? join(folder, 'backups') : folderInHouse(house, '0123456789ab'), YESTERDAY)
    store.close()
    return folder
  }

  function loseText(folder: string): void {
    closeCopy(file(folder))
    damage(folder, (bytes) => {
      for (let at = bytes.indexOf('عمل شهر'); at !== -1; at = bytes.indexOf('عمل شهر', at + 1)) bytes[at + 1] = 0xb5
    })
  }

  it('prefers a later text in a backup to an early revision in the damaged file', async () => {
    const folder = await backedUp('')
    loseText(folder)
    expect(recoverStore(folder, NOW)).toMatchObject({ recovered: 1, older: [], lost: [] })
    const back = getArticle(reopened(folder).db, 'a1')
    expect(back?.article).toEqual(smallArticle('a1', 'عنوان', 'عمل شهر كامل'))
    expect(back?.state).toBe('approved')
  })

  it('also looks into the backup folder of the settings', async () => {
    const house = tempFolder()
    const folder = await backedUp(house)
    loseText(folder)
    recoverStore(folder, NOW)
    expect(getArticle(reopened(folder).db, 'a1')?.article).toEqual(smallArticle('a1', 'عنوان', 'عمل شهر كامل'))
  })

  it('uses the whole articles of a backup in which something else is damaged', async () => {
    const folder = await backedUp('')
    const [backup] = listBackups(backupFolders(folder, ''))
    const record = JSON.parse(readFileSync((backup?.path ?? '').replace(/\.db$/u, '.json'), 'utf8'))
    record.check.damagedRevisions = 1
    writeFileSync((backup?.path ?? '').replace(/\.db$/u, '.json'), JSON.stringify(record))
    loseText(folder)
    recoverStore(folder, NOW)
    expect(getArticle(reopened(folder).db, 'a1')?.article).toEqual(smallArticle('a1', 'عنوان', 'عمل شهر كامل'))
  })
})

describe('a check', () => {
  it('finds a sound store sound', () => {
    const folder = filledFolder(4)
    closeCopy(file(folder))
    expect(checkDatabase(file(folder))).toEqual({
      ...{ isFileSound: true, articles: 4, revisions: 4, events: 4 },
      ...{
        damagedArticles: [],
        damagedRevisions: 0,
        damagedEvents: 0,
        damagedDeliveries: 0,
        damagedReview: 0,
        damagedPeople: 0,
      },
    })
  })

  it('names an article with a flipped bit in its text, which SQLite does not see', () => {
    const folder = filledFolder(4)
    closeCopy(file(folder))
    damage(folder, (bytes) => {
      const at = bytes.lastIndexOf('نص 2')
      bytes[at + 1] = (bytes[at + 1] ?? 0) ^ 1
    })
    expect(checkDatabase(file(folder))).toMatchObject({
      isFileSound: true,
      damagedArticles: [{ id: 'a2', headline: 'عنوان 2' }],
    })
  })

  it('names a damaged article without a headline by its first words', () => {
    const folder = tempFolder()
    const store = openStore(folder)
    const article = newArticle('untitled', counter('u'), [paragraph(() => 'p', 'وصل الوفد أمس.')])
    insertArticle(store.db, { article, state: 'draft', author: 'سعاد', at: NOW })
    indexNext(store.db, 1, 1000)
    store.db.run("UPDATE texts SET json = replace(json, 'الوفد', 'الوفر')")
    store.close()
    expect(checkDatabase(file(folder)).damagedArticles).toEqual([{ id: 'untitled', headline: 'وصل الوفد أمس.' }])
  })

  it('reports a file that SQLite cannot read as not sound', () => {
    const folder = filledFolder(4)
    closeCopy(file(folder))
    damage(folder, (bytes) => bytes.fill(0x5a, 4096, 4096 * 4))
    expect(checkDatabase(file(folder)).isFileSound).toBe(false)
  })
})
