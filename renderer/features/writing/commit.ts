import type { Article } from '#core/article/article.ts'
import { articleHash } from '#core/article/canonical.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { CallInput, CallOutput } from '#core/contract/contract.ts'

type Save = Omit<CallInput<'articles.save'>, 'baseSaveNumber' | 'proposals'> & { article: Article }
type Saved = Pick<CallOutput<'articles.save'>, 'saveNumber' | 'state'>

export type Calls = {
  save: (input: Save & { baseSaveNumber: number }) => Promise<Saved>
  /** Reads the working copy from the store. */
  read: () => Promise<{ article: Article; saveNumber: number }>
}

/** Sends the saves of one window, each based on the one before. */
export type Committer = {
  /** @throws ContractError `conflict` only if the store holds a save that this window did not send. */
  commit(save: Save): Promise<Saved>
  /** Bases the next save on this one. */
  rebase(saveNumber: number): void
  /** @returns the number of the last save, on which the next one is based */
  saveNumber(): number
}

/**
 * The service may crash after a commit and before its answer. The committer recognises that save by its hash, so that it
 * is not taken for a conflict.
 * @param saveNumber of the save at which the window opened the article
 */
export function createCommitter({ save, read }: Calls, saveNumber: number): Committer {
  let base = saveNumber
  /** The hashes of the texts that were sent on top of `base` and not answered. */
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
  /** @returns whether the store holds an unanswered save of this window; if so, that save becomes the base. */
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
    saveNumber: () => base,
    commit(what) {
      // One save at a time: the save of the caret on leaving may still run when the person is back and types.
      const mine = last.then(() => attempt(what))
      last = mine.catch(() => {})
      return mine
    },
  }
}
