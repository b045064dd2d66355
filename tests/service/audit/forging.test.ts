import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkAuditOf } from '#db/audit/check-audit-of.ts'
import { verify } from '#electron/files/keys.ts'
import { auditedStore, openToForge, type AuditedStore } from '#tests/support/forging/audited-store.ts'
import { WAYS_BEHIND_THE_END } from '#tests/support/forging/behind-the-end.ts'
import { MORE_WAYS, WAYS_OF_FILES } from '#tests/support/forging/more-ways.ts'
import { putInLast, WAYS_OF_STEPS } from '#tests/support/forging/ways.ts'

const WAYS = [...WAYS_OF_STEPS, ...MORE_WAYS, ...WAYS_BEHIND_THE_END]

describe('a forged audit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'midad-forging-'))
  let made: Promise<AuditedStore> | null = null
  /** Made once, in the first test: a service cannot be closed outside one. */
  const honest = (): Promise<AuditedStore> => (made ??= auditedStore(folder))
  const copy = join(folder, 'forged.db')

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const found = (store: AuditedStore): string[] =>
    (checkAuditOf(copy, verify, [store.olderHead, store.head])?.findings ?? [])
      .map(({ what, about }) => `${what} ${about}`)
      .toSorted((one, other) => one.localeCompare(other))

  it('is forged in many ways', () => {
    expect(new Set([...WAYS, ...WAYS_OF_FILES].map(({ name }) => name)).size).toBeGreaterThanOrEqual(70)
  })

  it.each(WAYS)('is noticed when $name', async ({ forge, found: expected }) => {
    const store = await honest()
    copyFileSync(store.path, copy)
    const db = openToForge(copy)
    forge(db, store)
    db.close()
    expect(found(store)).toEqual([...expected].toSorted((one, other) => one.localeCompare(other)))
  })

  it('is not proven by a step that was put in last without the key', async () => {
    const store = await honest()
    copyFileSync(store.path, copy)
    const db = openToForge(copy)
    putInLast(db)
    db.close()
    expect(checkAuditOf(copy, verify, [store.head])).toMatchObject({ events: 7, proven: 6, findings: [] })
  })

  it.each(WAYS_OF_FILES)('is noticed when $name', async ({ forge, found: expected }) => {
    const store = await honest()
    copyFileSync(store.path, copy)
    forge(copy, store.older)
    expect(found(store)).toEqual([...expected])
  })
})
