import { mkdirSync, copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkAudit } from '#db/audit/check-audit.ts'
import { openStore } from '#db/open.ts'
import { listEvents } from '#db/tables/events.ts'
import { endOfJournal } from '#db/tables/journal.ts'
import { verify } from '#electron/files/keys.ts'
import { recoverStore } from '#electron/service/recovery/recover-store.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { auditedStore, openToForge } from '#tests/support/forging/audited-store.ts'
import { testService } from '#tests/support/service.ts'

const ANYBODY = () => true

describe('a backup that is merged into another store', () => {
  it('brings its steps with their hashes and signatures, behind what was done there', async () => {
    const { path, ids } = await auditedStore(tempFolder())
    const test = testService(undefined, {}, 'other')
    await test.call('settings.set', { name: 'منى', role: 'editor' })
    const { id: own } = await test.call('articles.create', {})
    test.service.grantFolder(join(path, '..'))
    await test.call('store.restore', { path })
    await test.call('review.move', { id: ids.one, to: 'draft', note: 'تعديل' })
    const { events } = await test.call('review.history', { id: ids.one })
    expect(events.map(({ by, action, to, proof }) => `${by} ${action} ${to} ${proof}`)).toEqual([
      'سعاد created draft proven',
      'سعاد moved submitted proven',
      'سعاد moved approved proven',
      'منى moved draft proven',
    ])
    expect(listEvents(test.store.db, ids.one).events.at(-1)?.parents).toEqual([events[2]?.id])
    expect(listEvents(test.store.db, own).events).toHaveLength(1)
    expect(checkAudit(test.store.db, verify)).toMatchObject({ events: 8, proven: 8, findings: [] })
    // Once more: nothing comes twice.
    await test.call('store.restore', { path })
    expect(checkAudit(test.store.db, verify)).toMatchObject({ events: 8, findings: [] })
  })

  it('does not make a forged step whole', async () => {
    const { path, ids } = await auditedStore(tempFolder())
    const forged = openToForge(path)
    forged.exec(
      `UPDATE events SET note = 'موافق', seal = seal(article_id, at, by, role, action, from_state, to_state, 'موافق', revision)
       WHERE number = 2`,
    )
    // Only its triggers are missing, which a backup is read without.
    forged.close()
    const copy = join(tempFolder(), 'midad.db')
    copyFileSync(path, copy)
    const folder = join(copy, '..')
    recoverStore(folder, '2026-11-25T08:00:00.000Z')
    const store = openStore(folder)
    const second = listEvents(store.db, ids.one).events.find(({ note }) => note === 'موافق')
    expect(second).toMatchObject({ person: null, signature: null })
    store.close()
  })
})

describe('a recovered store', () => {
  it('has the steps with their signatures, and a journal of its own, which its backups do not know', async () => {
    const { path, head } = await auditedStore(tempFolder())
    const folder = tempFolder()
    mkdirSync(folder, { recursive: true })
    copyFileSync(path, join(folder, 'midad.db'))
    recoverStore(folder, '2026-11-25T08:00:00.000Z')
    const store = openStore(folder)
    expect(endOfJournal(store.db, ANYBODY)).toBe('whole')
    expect(checkAudit(store.db, verify)).toMatchObject({ events: 6, proven: 6, findings: [] })
    expect(checkAudit(store.db, verify, [head]).findings).toMatchObject([{ what: 'older', about: 'journal' }])
    store.close()
  })
})
