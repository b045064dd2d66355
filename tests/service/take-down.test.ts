import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { verifyPackage } from '#electron/files/verify-package/verify-package.ts'
import { ghostNewsroom } from '#tests/support/ghost/ghost-newsroom.ts'
import { rewrite } from '#tests/support/newsroom.ts'
import { approved, folderDestination } from '#tests/support/sending.ts'
import { EDITOR, REPORTER, testService } from '#tests/support/service.ts'

/** A newsroom with a Ghost and a folder, and the article sent to both. */
async function published() {
  const { ghost, news } = await ghostNewsroom()
  const { out, destinationId: folderId } = await folderDestination(news)
  await news.push()
  const { deliveryId } = await news.call('deliveries.send', { id: news.id, destinationId: folderId, actor: EDITOR })
  await news.call('deliveries.retry', { deliveryId, actor: EDITOR })
  const standing = () => news.call('review.standing', { id: news.id })
  const row = async () => (await news.call('articles.list', {})).rows[0]
  return { ...news, ghost, out, folderId, standing, row }
}

it('a withdrawal is queued for every place that has the article, and the places are named until it arrived', async () => {
  const { call, id, ghost, out, folderId, destinationId, standing, row, service } = await published()
  expect(await standing()).toEqual({
    places: [
      { id: destinationId, name: 'الموقع', isPublic: true },
      { id: folderId, name: 'المجلد الساخن', isPublic: false },
    ],
    isLive: true,
    embargo: null,
  })
  const moved = await call('review.move', { id, to: 'withdrawn', actor: EDITOR, note: 'مصدر كاذب' })
  const { deliveries } = await call('deliveries.list', { id })
  expect(deliveries.slice(0, 2).map(({ id: each, action, state, by }) => [each, action, state, by])).toEqual(
    moved.deliveryIds.toReversed().map((each) => [each, 'withdraw', 'queued', 'كريم']),
  )
  expect((await row())?.standing.places.map(({ name }) => name)).toEqual(['الموقع', 'المجلد الساخن'])
  expect(ghost.posts).toMatchObject([{ status: 'published' }])
  await service.courier.run()
  expect(ghost.posts).toMatchObject([{ status: 'draft' }])
  expect(await row()).toMatchObject({ state: 'withdrawn', standing: { places: [], isLive: false } })
  const [, second = ''] = readdirSync(out).toSorted()
  const { about } = await verifyPackage(readFileSync(join(out, second)))
  expect(about).toMatchObject({ version: 2, action: 'withdraw' })
})

it('a kill says why in the package that announces it, also when a picture of the article is lost', async () => {
  const { call, id, folder, out, service } = await published()
  rmSync(join(folder, 'store', 'assets'), { recursive: true })
  await call('review.move', { id, to: 'killed', actor: EDITOR, note: 'خبر كاذب' })
  await service.courier.run()
  const [, second = ''] = readdirSync(out).toSorted()
  expect(await verifyPackage(readFileSync(join(out, second)))).toMatchObject({ valid: true, about: { action: 'kill' } })
  expect((await call('review.standing', { id })).places).toEqual([])
})

it('a place that was removed from the settings, or is not told, is named as long as it has the article', async () => {
  const { call, id, destinationId, service, standing } = await published()
  await call('destinations.remove', { id: destinationId, actor: EDITOR })
  await call('review.move', { id, to: 'killed', actor: EDITOR, note: 'خبر كاذب' })
  await service.courier.run()
  expect((await standing()).places).toEqual([{ id: destinationId, name: 'الموقع', isPublic: true }])
})

it('nothing is queued for who says that readers keep it', async () => {
  const { call, id } = await published()
  const moved = await call('review.move', { id, to: 'killed', actor: EDITOR, note: 'خبر', takesDown: false })
  expect(moved.deliveryIds).toEqual([])
  expect((await call('deliveries.list', { id })).deliveries).toHaveLength(2)
})

it('an edited article is live as long as readers have it, and can be withdrawn as it is', async () => {
  const { call, id, ghost, service, row } = await published()
  const opened = await call('articles.open', { id, actor: REPORTER })
  await call('articles.save', {
    ...{ article: rewrite(opened.article, 'نص جديد.'), baseSaveNumber: opened.saveNumber, caret: null },
    actor: REPORTER,
  })
  await call('articles.close', { id })
  expect(await row()).toMatchObject({ state: 'draft', standing: { isLive: true } })
  await call('review.move', { id, to: 'withdrawn', actor: EDITOR, note: 'مصدر كاذب' })
  await service.courier.run()
  expect(ghost.posts).toMatchObject([{ status: 'draft' }])
  expect(await row()).toMatchObject({ state: 'withdrawn', standing: { isLive: false } })
  await call('review.move', { id, to: 'draft', actor: EDITOR })
  await expect(call('review.move', { id, to: 'withdrawn', actor: EDITOR, note: 'x' })).rejects.toMatchObject({
    code: 'illegal-move',
  })
})

it('an article that an editor called published without sending it is live too, and a list knows its embargo', async () => {
  const test = testService()
  const { call } = test
  const id = await approved(test)
  mkdirSync(join(test.folder, 'out'))
  await call('publish.export', { id, folder: join(test.folder, 'out'), actor: EDITOR })
  expect((await call('review.standing', { id })).isLive).toBe(false)
  await call('review.move', { id, to: 'published', actor: EDITOR })
  const { article, saveNumber } = await call('articles.open', { id, actor: REPORTER })
  const metadata = { ...article.metadata, embargo: '2026-12-01T12:00:00+03:00' }
  await call('articles.save', {
    ...{ article: { ...article, metadata }, baseSaveNumber: saveNumber, caret: null, actor: REPORTER },
  })
  expect((await call('articles.list', {})).rows).toMatchObject([
    { state: 'draft', standing: { places: [], isLive: true, embargo: '2026-12-01T12:00:00+03:00' } },
  ])
})
