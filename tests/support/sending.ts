import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { EDITOR, REPORTER, writtenArticle, type TestService } from './service.ts'

/** @returns the id of a new, approved article. */
export async function approved(test: TestService, headline = 'عنوان'): Promise<string> {
  const id = await writtenArticle(test, headline)
  await test.call('review.move', { id, to: 'submitted', actor: REPORTER })
  await test.call('review.move', { id, to: 'approved', actor: EDITOR })
  return id
}

/** Adds a folder of the test as a destination. */
export async function folderDestination(
  { call, folder }: TestService,
  layout: 'flat' | 'by-date' = 'flat',
  readByOthers = false,
) {
  const out = join(folder, 'hot')
  mkdirSync(out, { recursive: true })
  const { id } = await call('destinations.save', {
    ...{ id: null, name: 'المجلد الساخن', config: { kind: 'folder', folder: out, layout, readByOthers } },
  })
  return { out, destinationId: id }
}

/** An approved article whose delivery waits for a folder that is away. `out` is where the folder has to come back. */
export async function waitingForFolder(test: TestService) {
  const { out, destinationId } = await folderDestination(test)
  rmSync(out, { recursive: true })
  const id = await approved(test)
  const { deliveryId } = await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
  await test.call('deliveries.retry', { deliveryId, actor: EDITOR })
  const delivery = async () => (await test.call('deliveries.list', { id })).deliveries[0]
  return { out, destinationId, id, deliveryId, delivery }
}
