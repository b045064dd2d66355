import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkAudit } from '#db/audit/check-audit.ts'
import { verify } from '#electron/files/keys.ts'
import { testService, type TestService } from '#tests/support/service.ts'

const findings = ({ store }: TestService): string[] =>
  checkAudit(store.db, verify).findings.map(({ what, about }) => `${what} ${about}`)

describe('an audit whose end was forged', () => {
  it('says so when the store is opened, and for good when it goes on', async () => {
    const first = testService()
    await first.call('settings.set', { name: 'سعاد', role: 'reporter' })
    for (let count = 0; count < 2; count += 1) await first.call('articles.create', {})
    expect(await first.call('store.status', {})).toMatchObject({ isAuditWhole: true })
    first.store.db.run('UPDATE journal_head SET person = NULL, signature = NULL')
    first.service.close()
    const second = testService(first.folder, {}, 'later')
    expect(await second.call('store.status', {})).toMatchObject({ isAuditWhole: false })
    expect(findings(second)).toEqual(['end-unsigned journal'])
    await second.call('articles.create', {})
    expect(findings(second)).toEqual(['resumed journal'])
    second.service.close()
    const third = testService(first.folder, {}, 'last')
    expect(await third.call('store.status', {})).toMatchObject({ isAuditWhole: true })
    expect(findings(third)).toEqual(['resumed journal'])
  })

  it('is not signed unseen while the store is open', async () => {
    const test = testService()
    await test.call('settings.set', { name: 'سعاد', role: 'reporter' })
    await test.call('articles.create', {})
    test.store.db.run('UPDATE journal_head SET number = number - 1')
    await test.call('articles.create', {})
    expect(findings(test)).toEqual(['resumed journal'])
  })

  it('is no forgery where a program without the key went on, and in a house it is', async () => {
    const test = testService()
    await test.call('settings.set', { name: 'سعاد', role: 'reporter' })
    await test.call('articles.create', {})
    const { folder, db } = test.store
    const keys = readFileSync(join(folder, 'secrets.json'))
    const without = async (): Promise<void> => {
      rmSync(join(folder, 'secrets.json'))
      await test.call('articles.create', {})
      writeFileSync(join(folder, 'secrets.json'), keys)
    }
    await without()
    expect(checkAudit(db, verify)).toMatchObject({ events: 2, proven: 1, findings: [] })
    await test.call('articles.create', {})
    expect(checkAudit(db, verify)).toMatchObject({ events: 3, proven: 2, findings: [] })
    await test.call('house.found', { name: 'دار الخبر' })
    await without()
    expect(findings(test)).toEqual(['end-unsigned journal'])
    await test.call('articles.create', {})
    expect(findings(test)).toEqual(['resumed journal'])
  })
})
