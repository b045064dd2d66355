import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileVault } from '#electron/service/secrets/file-vault.ts'
import { png } from '#tests/support/pictures.ts'
import { approved, folderDestination } from '#tests/support/sending.ts'
import { EDITOR, testService, writtenArticle } from '#tests/support/service.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

/** @returns what other users may do with a folder or anything in it. */
function openToOthers(folder: string): string[] {
  return ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]
    .map((name) => [name, statSync(join(folder, name)).mode & 0o077] as const)
    .filter(([, mode]) => mode !== 0)
    .map(([name, mode]) => `${name} ${mode.toString(8)}`)
}

describe('other users of the machine', () => {
  it('may read nothing in a store: database, log, backups, pictures, secrets', async () => {
    const test = testService()
    await writtenArticle(test)
    await test.call('assets.add', { name: 'صورة.png', bytes: png(4, 4).toString('base64') })
    await test.call('store.backUp', {})
    const config = { kind: 'wordpress', address: 'https://one.example/', account: 'a', sections: {} } as const
    await test.call('destinations.save', { id: null, name: 'الموقع', config, secret: 'abcd 1234' })
    const store = join(test.folder, 'store')
    const names = readdirSync(store)
    for (const name of ['midad.db', 'midad.db-wal', 'assets', 'backups', 'secrets.json']) expect(names).toContain(name)
    expect(openToOthers(store)).toEqual([])
    expect(openToOthers(join(test.folder, 'keys'))).toEqual([])
  })

  it('may no longer read a store that an earlier Midad left open to them, when it is opened', async () => {
    const folder = tempFolder()
    const first = testService(folder)
    await writtenArticle(first)
    await first.call('store.backUp', {})
    first.service.close()
    const store = join(folder, 'store')
    for (const name of readdirSync(store, { recursive: true, encoding: 'utf8' })) {
      const path = join(store, name)
      chmodSync(path, statSync(path).isDirectory() ? 0o755 : 0o644)
    }
    chmodSync(store, 0o755)
    expect(openToOthers(store).length).toBeGreaterThan(3)
    testService(folder)
    expect(openToOthers(store)).toEqual([])
  })

  it('may read no package, no file and no list, nor their names, in a folder of ours that is there already', async () => {
    const test = testService()
    const first = await approved(test)
    const second = await approved(test, 'ثانٍ')
    const folder = join(test.folder, 'صادر')
    mkdirSync(folder)
    chmodSync(folder, 0o755)
    await test.call('publish.exportMany', { ids: [first, second], folder, actor: EDITOR })
    // As an earlier Midad left it.
    chmodSync(folder, 0o755)
    await test.call('publish.export', { id: first, folder, actor: EDITOR })
    await test.call('publish.exportFile', { id: first, format: 'html', folder, actor: EDITOR })
    expect(readdirSync(folder)).toHaveLength(5)
    expect(openToOthers(folder)).toEqual([])
  })

  it('may still read what is not ours in a folder that we write to', async () => {
    const test = testService()
    const id = await approved(test)
    const folder = join(test.folder, 'مشترك')
    mkdirSync(folder)
    writeFileSync(join(folder, 'جدول.txt'), 'المناوبات')
    chmodSync(join(folder, 'جدول.txt'), 0o644)
    chmodSync(folder, 0o755)
    await test.call('publish.export', { id, folder, actor: EDITOR })
    expect(openToOthers(folder)).toEqual(['. 55', 'جدول.txt 44'])
  })

  it('may read nothing that is delivered into a folder, existing or by date', async () => {
    const test = testService()
    const { out, destinationId } = await folderDestination(test, 'by-date')
    chmodSync(out, 0o755)
    const id = await approved(test)
    const { deliveryId } = await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    await test.call('deliveries.retry', { deliveryId, actor: EDITOR })
    expect(readdirSync(out, { recursive: true })).toHaveLength(4)
    expect(openToOthers(out)).toEqual([])
  })

  it.each([
    [0o700, [], ['folder-closed']],
    [0o750, ['. 50', '2026 50', '2026/11 50', '2026/11/24 50', '2026/11/24/عنوان-article2-v1.zip 40'], []],
    [0o755, ['. 55', '2026 55', '2026/11 55', '2026/11/24 55', '2026/11/24/عنوان-article2-v1.zip 44'], []],
  ])('may read what is delivered for them as they may read the folder: %o', async (mode, open, found) => {
    const test = testService()
    const { out, destinationId } = await folderDestination(test, 'by-date', true)
    chmodSync(out, mode)
    const id = await approved(test)
    const { deliveryId } = await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    await test.call('deliveries.retry', { deliveryId, actor: EDITOR })
    expect(openToOthers(out).toSorted()).toEqual(open)
    const config = { kind: 'folder', folder: out, layout: 'by-date', readByOthers: true } as const
    const { findings } = await test.call('destinations.test', { id: destinationId, config })
    expect(findings.map(({ code }) => code)).toEqual(found)
  })

  it('find no key beside the passwords of an earlier Midad, which can still be used', async () => {
    const folder = tempFolder()
    const store = join(folder, 'store')
    const first = testService(folder)
    const config = { kind: 'wordpress', address: 'https://one.example/', account: 'a', sections: {} } as const
    const { id } = await first.call('destinations.save', { id: null, name: 'الموقع', config, secret: 'abcd 1234' })
    first.service.close()
    const old = fileVault(store)
    const bytes = old.encrypt('abcd 1234', id).toString('base64')
    writeFileSync(join(store, 'secrets.json'), JSON.stringify({ [id]: { by: 'file', bytes } }))
    expect(readdirSync(store)).toContain('secrets.key')
    const second = testService(folder)
    expect(second.service.courier.secrets.get(id)).toBe('abcd 1234')
    expect(readdirSync(store)).not.toContain('secrets.key')
  })
})
