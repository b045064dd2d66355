import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openService } from '#electron/service/open-service.ts'
import { resultOrThrow } from '#electron/service/service.ts'
import { ELAPH_PATH } from '#tests/support/real-article.ts'
import { runMidad, type Result } from '#tests/support/command-line.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const midad = (store: string, ...args: string[]): Promise<Result> => runMidad(['--store', store, ...args])

describe('midad deliver', () => {
  it('sends an article to a folder, reports the result, and lists the delivery', async () => {
    const folder = tempFolder()
    const [store, hot] = [join(folder, 'store'), join(folder, 'hot')]
    mkdirSync(hot)
    expect((await midad(store, 'destinations')).out).toContain('There are no destinations yet')
    const service = openService(store, { sendsByItself: false })
    const config = { kind: 'folder', folder: hot, layout: 'flat' } as const
    resultOrThrow(await service.call('destinations.save', { id: null, name: 'الساخن', config }, 'test'))
    service.close()
    expect((await midad(store, 'destinations')).out).toContain(`\tالساخن\tFolder\t${hot}`)

    const { id } = JSON.parse((await midad(store, 'import', ELAPH_PATH, '--json')).out)
    const refused = await midad(store, 'deliver', id, '--to', 'الساخن')
    expect([refused.status, refused.out]).toEqual([1, ''])
    await midad(store, 'move', id, 'submitted', '--by', 'سعاد')
    await midad(store, 'move', id, 'approved', '--by', 'كريم')
    expect((await midad(store, 'deliver', id, '--to', 'أخرى')).err).toContain('There is no destination “أخرى”')

    rmSync(hot, { recursive: true })
    const waiting = await midad(store, 'deliver', id, '--to', 'الساخن')
    expect([waiting.status, waiting.out]).toEqual([1, expect.stringContaining(`There is no folder at “${hot}”`)])
    mkdirSync(hot)
    // Other commands send nothing.
    await midad(store, 'list')
    expect(readdirSync(hot)).toEqual([])
    const sent = await midad(store, 'deliver', id.slice(0, 8), '--to', 'الساخن', '--by', 'ليلى', '--json')
    expect(sent.status).toBe(0)
    const [name] = readdirSync(hot)
    expect(JSON.parse(sent.out)).toMatchObject({ state: 'delivered', action: 'publish', link: join(hot, name ?? '') })
    const { out } = await midad(store, 'deliveries', id)
    expect(out.split('\n').map((line) => line.split('\t')[1])).toEqual(['Arrived', 'Cancelled', undefined])
    const after = openService(store, { sendsByItself: false })
    const { events } = resultOrThrow(await after.call('review.history', { id }, 'test'))
    after.close()
    expect(events.at(-1)).toMatchObject({ action: 'exported', to: 'exported', by: 'ليلى' })
  })

  it('does not send an article under embargo, and says when it is due', async () => {
    const folder = tempFolder()
    const [store, hot] = [join(folder, 'store'), join(folder, 'hot')]
    mkdirSync(hot)
    const { id } = JSON.parse((await midad(store, 'import', ELAPH_PATH, '--json')).out)
    const service = openService(store, { sendsByItself: false })
    const actor = { name: 'سعاد', role: 'reporter' } as const
    const config = { kind: 'folder', folder: hot, layout: 'flat' } as const
    resultOrThrow(await service.call('destinations.save', { id: null, name: 'الساخن', config }, 'test'))
    const { article, saveNumber } = resultOrThrow(await service.call('articles.open', { id, actor }, 'test'))
    const metadata = { ...article.metadata, embargo: '2099-01-01T12:00:00+03:00' }
    const save = { article: { ...article, metadata }, baseSaveNumber: saveNumber, caret: null, actor }
    resultOrThrow(await service.call('articles.save', save, 'test'))
    service.close()
    await midad(store, 'move', id, 'submitted', '--by', 'سعاد')
    await midad(store, 'move', id, 'approved', '--by', 'كريم')
    const early = await midad(store, 'deliver', id, '--to', 'الساخن')
    expect([early.status, early.out]).toEqual([1, expect.stringContaining('\tdue 2099-01-01T09:00:00.000Z\n')])
    expect(readdirSync(hot)).toEqual([])
    expect((await midad(store, 'show', id, '--json')).out).toContain('"state": "approved"')
  })
})
