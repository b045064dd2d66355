import type { CallOutput } from '#core/contract/contract.ts'
import type { Actor } from '#core/review/states.ts'
import { call } from './client.ts'

export type OpenedArticle = CallOutput<'articles.open'>

/** Articles that are being given back. One must be back before it is opened again, or it would be taken away then. */
const closing = new Map<string, Promise<unknown>>()

/** Opens an article, once this window has given it back where it was open before. @throws ContractError */
export async function openArticle(id: string, actor: Actor): Promise<OpenedArticle> {
  // oxlint-disable-next-line no-await-in-loop -- it may have been opened and given back again meanwhile
  while (closing.has(id)) await closing.get(id)
  return call('articles.open', { id, actor })
}

/**
 * Gives an article back after a last piece of work, such as saving it. A refusal leaves nothing to be done here.
 * @param last @returns whether it may go; one that is still to be saved keeps its edit lock.
 */
export function closeArticle(id: string, actor: Actor, last: () => Promise<boolean>): void {
  const before = closing.get(id)
  const mine = last()
    .then((mayGo) => (mayGo ? call('articles.close', { id, actor }) : null))
    .catch(() => {})
  const done = Promise.all([before, mine]).finally(() => {
    if (closing.get(id) === done) closing.delete(id)
  })
  closing.set(id, done)
}

/** Moves an article into the bin, once what this window still had to save of it is saved. @throws ContractError */
export async function putIntoBin(id: string, actor: Actor): Promise<void> {
  await closing.get(id)
  await call('bin.put', { id, actor })
}
