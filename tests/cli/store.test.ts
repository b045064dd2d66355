import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeArticleFile } from '#core/article/article-file.ts'
import { sha256Hex } from '#core/article/canonical.ts'
import { figure } from '#core/article/factories.ts'
import { damageTexts, wipePage } from '#tests/support/damage.ts'
import { counter, smallArticle } from '#tests/support/articles.ts'
import { png } from '#tests/support/pictures.ts'
import { runMidad, type Result } from '#tests/support/command-line.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const midad = (store: string, ...args: string[]): Promise<Result> => runMidad(['--store', store, ...args])

async function json(store: string, ...args: string[]) {
  const { out, err } = await midad(store, ...args, '--json')
  return JSON.parse(out || `{"err": ${JSON.stringify(err)}}`)
}

const ID = '11111111-1111-4111-8111-111111111111'

const BYTES = png(4, 4)
const NAMED = { hash: sha256Hex(BYTES), name: 'صورة.png' }
const ASSET = { ...NAMED, mediaType: 'image/png', width: 4, height: 4, size: BYTES.length } as const

/** @returns a store with one article, and the folder around it. */
async function withArticle({ hasPicture = false } = {}): Promise<{ folder: string; store: string }> {
  const folder = tempFolder()
  const written = smallArticle(ID, 'زيارة أحمد', 'نص المقالة الأول.')
  const pictures = hasPicture ? [figure(counter('f'), { asset: ASSET })] : []
  const article = { ...written, document: [...written.document, ...pictures] }
  const text = writeArticleFile(article, '', hasPicture ? [{ ...NAMED, bytes: BYTES.toString('base64') }] : [])
  writeFileSync(join(folder, 'article.midad.json'), text)
  const store = join(folder, 'store')
  expect(await json(store, 'import', join(folder, 'article.midad.json'))).toMatchObject({
    format: 'article',
    ids: [ID],
  })
  return { folder, store }
}

describe('midad keeps a store safe', () => {
  it('backs up, and restores into a fresh store by one command, pictures included', async () => {
    const { folder, store } = await withArticle({ hasPicture: true })
    const usb = join(folder, 'usb')
    const backup = await json(store, 'backup', '--to', usb)
    expect(backup.path).toMatch(/usb\/midad-backups\/[0-9a-f]{12}\/midad-\d{8}T\d{6}Z\.db$/u)
    expect((await midad(store, 'backups')).out).toContain('No backups yet')
    expect((await midad(store, 'backup')).out).toMatch(/Sound\tone article\t.*store\/backups\/midad-/u)
    expect((await json(store, 'backups')).length).toBe(1)
    const fresh = join(folder, 'fresh')
    const restored = await midad(fresh, 'restore', backup.path, '--by', 'هدى')
    expect(restored).toMatchObject({ status: 0, err: '' })
    expect(restored.out).toContain('Restored by هدى.')
    expect(restored.out).toContain('One article as it was')
    expect(await json(fresh, 'show', ID)).toEqual(await json(store, 'show', ID))
    expect(readdirSync(join(fresh, 'assets')).length).toBe(1)
    expect(await midad(fresh, 'check')).toMatchObject({
      status: 0,
      out: expect.stringContaining('All in the store is sound'),
    })
    expect((await midad(fresh, 'restore', join(folder, 'none.db'))).err).toContain('There is no backup at')
    rmSync(join(dirname(backup.path), 'assets'), { recursive: true })
    expect(await midad(join(folder, 'fresher'), 'restore', backup.path)).toMatchObject({
      status: 1,
      out: expect.stringContaining('Pictures of which no sound copy was found\tصورة.png'),
    })
  })

  it('finds a damaged article, and restores it from a version or a backup', async () => {
    const { store } = await withArticle()
    const { path } = await json(store, 'backup')
    const points = (await json(store, 'history', ID)).points
    expect(points.map(({ reason }: { reason: string }) => reason)).toEqual(['imported'])
    damageTexts(store, 'الأول', 'الأخير')
    const check = await midad(store, 'check')
    expect(check.status).toBe(1)
    expect(check.out).toContain(`Damaged articles\t${ID}`)
    expect((await midad(store, 'show', ID)).err).toContain('cannot be read')
    expect((await midad(store, 'restore-article', ID)).status).toBe(2)
    expect((await midad(store, 'restore-article', ID, '--point', 'ffff')).err).toContain('ffff')
    expect((await midad(store, 'restore-article', ID, '--point', points[0].hash.slice(0, 8))).status).toBe(0)
    expect((await json(store, 'show', ID)).document[1].children[0].text).toBe('نص المقالة الأول.')
    damageTexts(store, 'الأول', 'الأخير')
    expect((await midad(store, 'restore-article', ID, '--from', path)).status).toBe(0)
    expect((await midad(store, 'check')).status).toBe(0)
  })

  it('recovers a damaged file, keeps a copy of it, and reports the result', async () => {
    const { store } = await withArticle()
    expect((await midad(store, 'recover')).out).toContain('nothing had to be recovered')
    wipePage(store)
    const recovered = await midad(store, 'recover')
    expect(recovered.status).toBe(0)
    expect(recovered.out).toContain('One article as it was')
    const aside = readdirSync(store).find((name) => name.startsWith('damaged-')) ?? ''
    expect(existsSync(join(store, aside, 'midad.db'))).toBe(true)
    expect(readFileSync(join(store, aside, 'recovered.json'), 'utf8')).toContain('"recovered": 1')
    expect((await midad(store, 'recover')).out).toContain('nothing had to be recovered')
  })

  it('moves articles into the bin and out of it, and empties it only with --yes', async () => {
    const { store } = await withArticle()
    expect((await midad(store, 'bin', 'put', '11111111', '--by', 'سعاد')).status).toBe(0)
    expect(await json(store, 'list')).toEqual([])
    expect((await midad(store, 'bin', 'take-out', '11111111')).status).toBe(0)
    expect((await midad(store, 'bin', 'put', '11111111')).status).toBe(0)
    expect((await midad(store, 'bin', 'list')).out).toContain('زيارة أحمد')
    const asked = await midad(store, 'bin', 'empty')
    expect(asked.status).toBe(1)
    expect(asked.err).toBe('midad: One article would be removed for good (زيارة أحمد). Add --yes to do it.\n')
    expect(await json(store, 'bin', 'empty', '--yes')).toEqual({ removed: 1 })
    expect((await midad(store, 'bin', 'list')).out).toContain('The bin is empty')
    expect((await midad(store, 'bin')).status).toBe(2)
  })

  it('filters lists and searches', async () => {
    const { store } = await withArticle()
    expect((await json(store, 'search', 'احمد', '--no-image', '--state', 'draft', 'submitted')).length).toBe(1)
    expect(await json(store, 'search', 'احمد', '--image')).toEqual([])
    expect(await json(store, 'list', '--section', 'سياسة')).toEqual([])
    expect(await json(store, 'list', '--to', '2020-01-01')).toEqual([])
    expect((await json(store, 'list', '--from', '2020-01-01')).length).toBe(1)
    expect(await midad(store, 'list', '--from', '2020-02-30')).toMatchObject({
      status: 2,
      err: expect.stringContaining('is not a date'),
    })
    expect((await midad(store, 'list', '--state', 'printed')).status).toBe(2)
  })
})
