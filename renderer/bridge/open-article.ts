import type { CallOutput } from '#core/contract/contract.ts'
import { call } from './client.ts'

export type OpenedArticle = CallOutput<'articles.open'>

/** Articles that are being closed, by id. Opening one must wait, or the late close would end the new session. */
const closing = new Map<string, Promise<unknown>>()

/** Opens an article, after this window has finished closing it. @throws ContractError */
export async function openArticle(id: string): Promise<OpenedArticle> {
  // oxlint-disable-next-line no-await-in-loop -- it may have been opened and closed again meanwhile
  while (closing.has(id)) await closing.get(id)
  return call('articles.open', { id })
}

/**
 * Closes an article after a last step, such as saving it. An error of the service is ignored, because nothing here
 * depends on the closing.
 * @param lastStep resolves to whether the article may be closed; one that is not saved keeps its edit lock
 */
export function closeArticle(id: string, lastStep: () => Promise<boolean>): void {
  const earlier = closing.get(id)
  const close = lastStep()
    .then((mayClose) => (mayClose ? call('articles.close', { id }) : null))
    .catch(() => {})
  const done = Promise.all([earlier, close]).finally(() => {
    if (closing.get(id) === done) closing.delete(id)
  })
  closing.set(id, done)
}

/** Waits until this window has finished saving and closing articles that it left. */
export async function whenClosed(ids: readonly string[]): Promise<void> {
  await Promise.all(ids.flatMap((id) => closing.get(id) ?? []))
}

/** Moves an article into the bin, after this window has finished saving and closing it. @throws ContractError */
export async function putIntoBin(id: string): Promise<void> {
  await closing.get(id)
  await call('bin.put', { id })
}
