import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EDITOR, REPORTER, testService, writtenArticle, type TestService } from '#tests/support/service.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { readZip } from '#electron/files/zip-read.ts'

async function approve({ call }: TestService, id: string): Promise<void> {
  await call('review.move', { id, to: 'submitted', actor: REPORTER })
  await call('review.move', { id, to: 'approved', actor: EDITOR })
}

async function issue(test: TestService, id: string): Promise<{ path: string; version: number }> {
  return test.call('publish.export', { id, folder: test.folder, actor: EDITOR })
}

const importOf = (path: string, as: 'new' | 'revision' | 'copy') => ({
  ...{ name: 'حزمة.zip', bytes: readFileSync(path).toString('base64') },
  ...{ choices: [{ index: 0, as }], actor: REPORTER },
})

async function fileOf(path: string, name: string): Promise<string> {
  const { files } = await readZip(readFileSync(path))
  const entry = [...files].find(([entryPath]) => entryPath.endsWith(`/data/${name}`))
  return Buffer.from(entry?.[1] ?? []).toString('utf8')
}

/** @returns a desk that has exported an article twice. */
async function deskA(): Promise<{ desk: TestService; id: string; first: string; second: string }> {
  const desk = testService()
  const id = await writtenArticle(desk)
  await approve(desk, id)
  const { path: first } = await issue(desk, id)
  const { path: second } = await issue(desk, id)
  return { desk, id, first, second }
}

describe('the version of an issue', () => {
  it('continues from the package of another desk, and names the version that it replaces', async () => {
    const { id, second } = await deskA()
    const other = testService(tempFolder())
    await other.call('import.take', importOf(second, 'new'))
    expect((await other.call('publish.preview', { id })).next).toMatchObject({ version: 3, action: 'update' })
    await approve(other, id)
    const { path, version } = await issue(other, id)
    expect(version).toBe(3)
    expect(JSON.parse(await fileOf(path, 'package.json'))).toMatchObject({
      ...{ id: `urn:newsml:midad:${id}`, version: 3, supersedes: 2, action: 'update' },
    })
    expect(await fileOf(path, 'newsml-g2.xml')).toContain(
      `<link rel="irel:previousVersion" residref="urn:newsml:midad:${id}" version="2"/>`,
    )
  })

  it.each(['ninjs', 'newsml-g2', 'markdown', 'wxr'] as const)('continues from a file of %s too', async (format) => {
    const { desk, id } = await deskA()
    const order = { id, format, folder: desk.folder, draft: false, actor: EDITOR }
    const { path } = await desk.call('publish.exportFile', order)
    const other = testService(tempFolder())
    await other.call('import.take', { ...importOf(path, 'new'), name: path })
    expect((await other.call('publish.preview', { id })).next.version).toBe(4)
  })

  it('increases when two desks exchange the article', async () => {
    const { desk, id, second } = await deskA()
    const other = testService(tempFolder())
    await other.call('import.take', importOf(second, 'new'))
    await approve(other, id)
    const { path: third } = await issue(other, id)
    await desk.call('import.take', { ...importOf(third, 'revision'), actor: EDITOR })
    await approve(desk, id)
    expect((await issue(desk, id)).version).toBe(4)
  })

  it('does not decrease when an older package is imported', async () => {
    const { desk, id, first } = await deskA()
    await desk.call('import.take', { ...importOf(first, 'revision'), actor: EDITOR })
    await approve(desk, id)
    expect((await issue(desk, id)).version).toBe(3)
  })

  it('starts at 1 for a copy', async () => {
    const { second } = await deskA()
    const other = testService(tempFolder(), {}, 'copy')
    const { ids } = await other.call('import.take', importOf(second, 'copy'))
    expect((await other.call('publish.preview', { id: ids[0] ?? '' })).next).toMatchObject({ version: 1 })
  })

  it('continues after an article that was exported as a draft was deleted for good', async () => {
    const desk = testService()
    const id = await writtenArticle(desk)
    const order = { id, folder: desk.folder, draft: true, actor: REPORTER }
    const { path: first } = await desk.call('publish.export', order)
    await desk.call('publish.export', order)
    await desk.call('articles.close', { id })
    await desk.call('bin.put', { id, actor: REPORTER })
    expect(await desk.call('bin.empty', { ids: [id] })).toEqual({ removed: 1 })
    await desk.call('import.take', importOf(first, 'new'))
    expect((await desk.call('publish.export', order)).version).toBe(3)
  })
})
