import { useState } from 'react'
import type { Outcomes } from '#core/contract/many.ts'
import { whenClosed } from '#renderer/bridge/open-article.ts'
import type { Named } from '../list/row-actions.tsx'

/** What was done with several articles, as the notice tells it. */
export type Told = {
  /** How many were done, in words. */
  words: (count: number) => string
  done: readonly string[]
  refused: Outcomes['refused']
  /** The names of all of them, by id. */
  names: ReadonlyMap<string, string>
  /** Takes it back; absent for what cannot be. */
  undo?: (ids: readonly string[]) => void
}

/** Something to do with articles, and how it is told. */
export type Deed = {
  words: Told['words']
  call: (ids: string[]) => Promise<Outcomes>
  undo?: (ids: readonly string[]) => void
}

export type Many = {
  /** The result of the last deed; null for none, and while one is under way. */
  told: Told | null
  /** Why the last deed failed as a whole. */
  error: unknown
  isBusy: boolean
  run: (articles: readonly Named[], deed: Deed) => void
  close: () => void
}

/** @param onDone gets the ids of the articles with which it worked */
export function useMany(onDone: (ids: readonly string[]) => void): Many {
  const [told, setTold] = useState<Told | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const clear = (): void => {
    setTold(null)
    setError(null)
  }
  const tell = async (articles: readonly Named[], { words, call, undo }: Deed): Promise<void> => {
    const ids = articles.map(({ id }) => id)
    // One of them may have been left a moment ago, and is being saved.
    await whenClosed(ids)
    const { done, refused } = await call(ids)
    const names = new Map(articles.map(({ id, headline }) => [id, headline]))
    setTold({ words, done, refused, names, ...(undo === undefined ? {} : { undo }) })
    onDone(done)
  }
  return {
    ...{ told, error, isBusy, close: clear },
    run(articles, deed) {
      clear()
      setBusy(true)
      tell(articles, deed)
        .catch(setError)
        .finally(() => setBusy(false))
    },
  }
}
