import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPictureMetadata } from '#electron/files/picture-metadata/picture-metadata.ts'
import { readZip } from '#electron/files/zip-read.ts'
import { EDITOR, REPORTER, testService, writtenArticle, type TestService } from '#tests/support/service.ts'
import { png } from '#tests/support/pictures.ts'

const refusal = (code: string): unknown => expect.objectContaining({ code })

async function approved(test: TestService): Promise<string> {
  const id = await writtenArticle(test)
  await test.call('review.move', { id, to: 'submitted', actor: REPORTER })
  await test.call('review.move', { id, to: 'approved', actor: EDITOR })
  return id
}

describe('publishing', () => {
  it('writes a package, moves the article, and counts the version', async () => {
    const test = testService()
    const id = await approved(test)
    const exported = await test.call('publish.export', { id, folder: test.folder, actor: EDITOR })
    expect(exported.path).toBe(join(test.folder, 'عنوان-article1-v1.zip'))
    expect(readFileSync(exported.path).length).toBe(exported.bytes)
    expect((await test.call('articles.get', { id })).state).toBe('exported')
    expect((await test.call('settings.get', {})).exportFolder).toBe(test.folder)
    const report = await test.call('publish.verify', { path: exported.path })
    expect(report).toMatchObject({
      valid: true,
      problems: [],
      about: { version: 1, action: 'publish', headline: 'عنوان' },
    })
    const again = await test.call('publish.export', { id, folder: test.folder, actor: EDITOR })
    expect(again.version).toBe(2)
    const second = await test.call('publish.verify', {
      name: 'x.zip',
      bytes: readFileSync(again.path).toString('base64'),
    })
    expect(second.about?.action).toBe('update')
  })

  it('exports an unapproved article only as a draft, which is marked as withheld', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    const order = { id, folder: test.folder, actor: REPORTER }
    await expect(test.call('publish.export', order)).rejects.toThrow(refusal('not-approved'))
    const { path } = await test.call('publish.export', { ...order, draft: true })
    expect((await test.call('articles.get', { id })).state).toBe('draft')
    expect(readFileSync(path).toString('latin1')).toContain('"pubStatus": "withheld"')
  })

  it('refuses an export for publication to a reporter', async () => {
    const test = testService()
    const id = await approved(test)
    const order = { id, folder: test.folder, actor: REPORTER }
    await expect(test.call('publish.export', order)).rejects.toThrow(refusal('role-not-allowed'))
  })

  it('refuses a missing folder, and overwrites no file', async () => {
    const test = testService()
    const id = await approved(test)
    const gone = join(test.folder, 'gone')
    await expect(test.call('publish.export', { id, folder: gone, actor: EDITOR })).rejects.toThrow(
      refusal('folder-missing'),
    )
    mkdirSync(gone)
    writeFileSync(join(gone, 'عنوان-article1-v1.zip'), 'شيء آخر')
    const { path } = await test.call('publish.export', { id, folder: gone, actor: EDITOR })
    expect(path).toBe(join(gone, 'عنوان-article1-v1-2.zip'))
    expect(readFileSync(join(gone, 'عنوان-article1-v1.zip'), 'utf8')).toBe('شيء آخر')
    expect(readdirSync(gone).length).toBe(2)
  })

  it('includes the pictures, and refuses when one is damaged or missing', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    const bytes = png(40, 30)
    const { asset } = await test.call('assets.add', { name: 'صورة.png', bytes: bytes.toString('base64') })
    const { article } = await test.call('articles.get', { id })
    const line = (type: string, name: string) => ({ type, id: name, dir: 'rtl', children: [{ text: name }] })
    const figure = {
      type: 'figure',
      id: 'f',
      dir: 'rtl',
      asset,
      alt: '',
      children: [line('caption', 'c'), line('credit', 'r')],
    }
    const document = [...article.document, figure] as typeof article.document
    await test.call('articles.save', {
      article: { ...article, document },
      baseSaveNumber: 1,
      caret: null,
      actor: REPORTER,
    })
    const { html, findings } = await test.call('publish.preview', { id })
    expect(html).toContain(`src="data:image/png;base64,${bytes.toString('base64')}"`)
    expect(findings.map(({ code }) => code)).toContain('no-alt-text')
    const { path } = await test.call('publish.export', { id, folder: test.folder, draft: true, actor: REPORTER })
    const packed = (await readZip(readFileSync(path))).files
    const name = [...packed.keys()].find((each) => each.includes('/images/')) ?? ''
    expect(readPictureMetadata(packed.get(name) ?? Buffer.alloc(0))).toMatchObject({ caption: 'c', credit: 'r' })
    const { files } = await test.call('publish.verify', { path })
    expect(files.map((file) => file.path)).toContain(`data/images/${asset.hash.slice(0, 12)}.png`)
    const stored = join(test.folder, 'store', 'assets', asset.hash.slice(0, 2), asset.hash)
    writeFileSync(stored, 'تلف')
    const order = { id, folder: test.folder, draft: true, actor: REPORTER }
    await expect(test.call('publish.export', order)).rejects.toThrow(refusal('asset-damaged'))
    rmSync(stored)
    await expect(test.call('publish.export', order)).rejects.toThrow(refusal('asset-missing'))
    expect((await test.call('publish.preview', { id })).html).toContain('<figcaption>')
  })

  it('reports packages that cannot be read', async () => {
    const test = testService()
    await expect(test.call('publish.verify', { path: join(test.folder, 'none.zip') })).rejects.toThrow(
      refusal('file-missing'),
    )
    const report = await test.call('publish.verify', { name: 'x', bytes: Buffer.from('ليس zip').toString('base64') })
    expect(report).toMatchObject({ valid: false, problems: [{ code: 'not-a-zip', path: '' }], about: null })
  })

  it('refuses a file that is no picture', async () => {
    const { call } = testService()
    const bytes = Buffer.from('ليست صورة').toString('base64')
    await expect(call('assets.add', { name: 'a.jpg', bytes })).rejects.toThrow(refusal('image-unsupported'))
  })
})

describe('settings', () => {
  it('change what is given, and notify every window', async () => {
    const { call, changes } = testService()
    await call('settings.set', { name: 'سعاد' })
    expect(await call('settings.set', { theme: 'dark' })).toMatchObject({ name: 'سعاد', theme: 'dark', language: 'ar' })
    expect(changes).toEqual([{ type: 'settings-changed' }, { type: 'settings-changed' }])
  })
})
