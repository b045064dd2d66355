import { ContractError } from '#core/contract/errors.ts'
import type { Outcomes } from '#core/contract/many.ts'
import { toContractError } from '#db/errors.ts'

/** Whether nothing else can be done in this store either. */
const isOfStore = ({ code }: ContractError): boolean => code.startsWith('store-')

/**
 * Does the same with several articles, one after another, and keeps what became of each. Each is done or refused alone, by
 * the same rules as when it is the only one.
 * @throws what the first one throws when it is not a refusal, or when the store refuses it
 */
export async function eachArticle(ids: readonly string[], work: (id: string) => unknown): Promise<Outcomes> {
  const done: string[] = []
  const refused: Outcomes['refused'] = []
  let stopped: ContractError | null = null
  for (const id of new Set(ids)) {
    try {
      if (stopped !== null) throw stopped
      // One after another: a take-down waits for its payload, and the others must see what it did.
      // oxlint-disable-next-line no-await-in-loop
      await work(id)
      done.push(id)
    } catch (error) {
      const refusal = toContractError(error)
      if (refusal === null || refusal.code === 'store-corrupt') throw error
      if (isOfStore(refusal)) {
        if (done.length === 0 && refused.length === 0) throw error
        stopped = refusal
      }
      refused.push({ id, code: refusal.code, params: refusal.params })
    }
  }
  return { done, refused }
}
