import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { closeCopy } from '#db/close-copy.ts'
import { testService, writtenArticle, type TestService } from '#tests/support/service.ts'

/** A store in which كريم works, with an approved article. */
async function withArticle(): Promise<TestService & { id: string }> {
  const test = testService()
  await test.call('settings.set', { name: 'كريم', role: 'editor' })
  const id = await writtenArticle(test)
  await test.call('articles.close', { id })
  await test.call('review.move', { id, to: 'submitted' })
  await test.call('review.move', { id, to: 'approved' })
  return { ...test, id }
}

/** Closes a store, puts an older copy of its file in its place, and opens it again. */
function putBack(test: TestService, copy: string): TestService {
  test.service.close()
  closeCopy(copy)
  copyFileSync(copy, join(test.store.folder, 'midad.db'))
  return testService(test.folder, {}, 'later')
}

describe('an older copy of the whole store', () => {
  it('is noticed by a package that was made later', async () => {
    const test = await withArticle()
    const copy = join(test.folder, 'older.db')
    await test.store.copyTo(copy)
    await test.call('review.move', { id: test.id, to: 'draft', note: 'تعديل' })
    await test.call('review.move', { id: test.id, to: 'submitted' })
    await test.call('review.move', { id: test.id, to: 'approved' })
    const { path } = await test.call('publish.export', { id: test.id, folder: test.folder })
    const audits = [await test.call('publish.verify', { path })]
    const again = putBack(test, copy)
    audits.push(await again.call('publish.verify', { path }))
    expect(audits.map(({ valid, signer }) => [valid, signer?.audit])).toEqual([
      [true, 'there'],
      [true, 'lost'],
    ])
    expect(audits[0]?.signer?.head?.number).toBeGreaterThan(0)
  })

  it('is noticed by a backup that was made later, and by the next backup', async () => {
    const test = await withArticle()
    const copy = join(test.folder, 'older.db')
    await test.store.copyTo(copy)
    await test.call('review.move', { id: test.id, to: 'draft', note: 'تعديل' })
    expect((await test.call('store.backUp', {})).check.audit).toMatchObject({ found: 0, events: 4, proven: 3 })
    const again = putBack(test, copy)
    // Nothing within the file is wrong.
    expect(await again.call('store.status', {})).toMatchObject({ isAuditWhole: true })
    const found = [{ what: 'older', about: 'journal' }]
    expect((await again.call('store.check', {})).audit?.findings).toMatchObject(found)
    expect((await again.call('store.backUp', {})).check.audit?.findings).toMatchObject(found)
  })
})
