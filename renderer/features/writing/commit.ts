import type { Article } from '#core/article/article.ts'
import { articleHash } from '#core/article/canonical.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { CallInput, CallOutput } from '#core/contract/contract.ts'

type Save = Omit<CallInput<'articles.save'>, 'baseSaveNumber'> & { article: Article }
type Saved = CallOutput<'articles.save'>

type Calls = {
  save: (input: Save & { baseSaveNumber: number }) => Promise<Saved>
  /** Reads the working copy as the store has it. */
  read: () => Promise<{ article: Article; saveNumber: number }>
}

/** Sends the saves of one window, each starting from the one before. */
export type Committer = {
  /** @throws ContractError `conflict` only when the store has what this window never sent. */
  commit(save: Save): Promise<Saved>
  /** The next save starts from this one. */
  rebase(saveNumber: number): void
}

/**
 * @returns a committer for a window that opened an article at a save. The service may die after it has committed and
 * before it has said so: such a save is found again by what it wrote, and is no conflict.
 */
export function createCommitter({ save, read }: Calls, saveNumber: number): Committer {
  let base = saveNumber
  /** The hashes of texts that were sent on top of `base`, and of which nobody knows whether they arrived. */
  const inDoubt = new Set<string>()
  const send = async (what: Save): Promise<Saved> => {
    const answer = await save({ ...what, baseSaveNumber: base })
    rebase(answer.saveNumber)
    return answer
  }
  function rebase(number: number): void {
    base = number
    inDoubt.clear()
  }
  /** @returns whether the store stands at a save of this window that got no answer; the next one then starts there. */
  async function findOwn(): Promise<boolean> {
    if (inDoubt.size === 0) return false
    const stored = await read()
    if (stored.saveNumber !== base + 1 || !inDoubt.has(articleHash(stored.article))) return false
    rebase(stored.saveNumber)
    return true
  }
  async function attempt(what: Save): Promise<Saved> {
    try {
      return await send(what)
    } catch (error) {
      if (!(error instanceof ContractError) || error.code !== 'conflict') {
        inDoubt.add(articleHash(what.article))
        throw error
      }
      if (await findOwn()) return send(what)
      throw error
    }
  }
  let last: Promise<unknown> = Promise.resolve()
  return {
    rebase,
    commit(what) {
      // The caret of somebody who left may still be on its way when they are back and write on.
      const mine = last.then(() => attempt(what))
      last = mine.catch(() => {})
      return mine
    },
  }
}
