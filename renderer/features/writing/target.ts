import type { Article } from '#core/article/article.ts'
import type { CallInput } from '#core/contract/contract.ts'
import type { State } from '#core/review/states.ts'
import { ContractError } from '#core/contract/errors.ts'
import { call } from '#renderer/bridge/client.ts'
import { closeArticle, type OpenedArticle } from '#renderer/bridge/open-article.ts'
import { createCommitter, type Calls } from './commit.ts'
import { createBook, type ProposalBook } from './proposals/book.ts'
import type { Mode } from './mode.ts'
import { paintProposals, type Source } from './proposals/painter.ts'

/** The text of a session with what is saved beside it. */
export type Text = Pick<CallInput<'articles.save'>, 'caret' | 'merged'> & { article: Article }

/** Where the text of a session is stored. */
export type Target = {
  readonly mode: Mode
  /** When the version was made since which changes are shown. */
  readonly since?: string | undefined
  /** The article that a proposal is for; null where the text is the article. */
  readonly article: Article | null
  readonly book: ProposalBook
  /** What is drawn in the text. */
  readonly source: Source
  /**
   * Saves a text.
   * @param adopt puts another text into the window: somebody decided on a part of this one
   * @returns the state of the article after the save; null where it does not depend on it
   * @throws ContractError
   */
  readonly commit: (text: Text, adopt: (text: Article) => void) => Promise<State | null>
  /** @returns the number of the last save of the article; null where a proposal is saved */
  readonly saveNumber: () => number | null
  /** The service is reachable again. */
  readonly reconnect: () => Promise<unknown>
  /**
   * After a conflict: bases the next save on what is stored, and keeps that as a version.
   * @param seen the save that the person looked at; by default any
   * @throws ContractError `conflict` when another was stored since
   */
  readonly keepMine: (seen?: number) => Promise<void>
  /** Gives the edit lock back, if there is one, after a last step that resolves to whether it may be. */
  readonly close: (lastStep: () => Promise<boolean>) => void
}

/** @returns whether a save was refused because it did not start from what is stored */
export function isConflict(error: unknown): boolean {
  return error instanceof ContractError && error.code === 'conflict'
}

/** @returns the target of a session in which the article itself is written */
export function articleTarget({ article: { id }, saveNumber }: OpenedArticle): Target {
  const book = createBook(id)
  const save: Calls['save'] = async (input) => {
    const decided = book.decided()
    const answer = await call('articles.save', { ...input, proposals: decided })
    book.committed(decided, answer.proposals)
    return answer
  }
  const calls: Calls = {
    async save(input) {
      try {
        return await save(input)
      } catch (error) {
        // Its author saved a proposal meanwhile, or the answer to these decisions was lost.
        if (!isConflict(error) || book.decided().length === 0) throw error
        await book.load()
        return save(input)
      }
    },
    read: () => call('articles.get', { id }),
  }
  const committer = createCommitter(calls, saveNumber)
  return {
    mode: 'edit',
    article: null,
    book,
    source: { paint: paintProposals(book.proposals.get), subscribe: book.proposals.subscribe },
    commit: async (text) => (await committer.commit(text)).state,
    saveNumber: () => committer.saveNumber(),
    // A restarted service has forgotten who held the edit lock. An error is ignored: it would also fail the save, which
    // shows it.
    reconnect: () => call('articles.open', { id, hadLock: true }).catch(() => null),
    async keepMine(seen) {
      const stored = await call('articles.get', { id })
      if (seen !== undefined && seen !== stored.saveNumber) throw new ContractError('conflict', { id })
      await call('history.keep', { id })
      await book.load()
      committer.rebase(stored.saveNumber)
    },
    close: (lastStep) => closeArticle(id, lastStep),
  }
}
