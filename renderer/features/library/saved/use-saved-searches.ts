import { useState } from 'react'
import { nanoid } from 'nanoid'
import type { Settings } from '#core/contract/settings.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'
import { errorWords } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { wantedKey, type Wanted } from '../question.ts'

export type SavedSearch = Settings['savedSearches'][number]

export type SavedSearches = {
  list: readonly SavedSearch[]
  /** The search that was deleted last, while that can be undone. */
  deleted: SavedSearch | null
  /** The error of the last deletion or undo. */
  error: unknown
  /** Saves what is asked for under a name. @returns the reason for a refusal in words, or null. */
  add: (wanted: Wanted, name: string) => Promise<string | null>
  rename: (search: SavedSearch, name: string) => Promise<string | null>
  remove: (search: SavedSearch) => void
  undo: () => void
}

/** The contract's limit. */
const MAX_SEARCHES = 100

/** @returns what a saved search asks for, without its id and name. */
export function savedWanted({ id: _id, name: _name, ...wanted }: SavedSearch): Wanted {
  return wanted
}

/** @returns the key of what a saved search asks for. */
export function savedKey(search: SavedSearch): string {
  return wantedKey(savedWanted(search))
}

/** The saved searches. They lie in the settings, which all windows share. */
export function useSavedSearches(): SavedSearches {
  const t = useT()
  const { settings, change } = useSettings()
  const list = settings.savedSearches
  const [deleted, setDeleted] = useState<{ search: SavedSearch; place: number } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const keep = async (savedSearches: SavedSearch[]): Promise<string | null> => {
    try {
      await change({ savedSearches })
      return null
    } catch (refusal) {
      return errorWords(refusal, t)
    }
  }
  return {
    list,
    deleted: deleted?.search ?? null,
    error,
    add: async (wanted, typed) => {
      const name = typed.trim()
      if (name === '') return t('library.saved-name-missing')
      if (list.length >= MAX_SEARCHES) return t('library.saved-full', { count: MAX_SEARCHES })
      return keep([...list, { ...wanted, search: wanted.search.trim(), id: nanoid(), name }])
    },
    rename: async (search, typed) => {
      const name = typed.trim()
      if (name === '') return t('library.saved-name-missing')
      return keep(list.map((each) => (each.id === search.id ? { ...each, name } : each)))
    },
    remove: (search) => {
      const place = list.findIndex(({ id }) => id === search.id)
      change({ savedSearches: list.filter(({ id }) => id !== search.id) }).then(() => {
        setDeleted({ search, place })
        setError(null)
      }, setError)
    },
    undo: () => {
      if (deleted === null) return
      change({ savedSearches: list.toSpliced(deleted.place, 0, deleted.search) }).then(() => {
        setDeleted(null)
        setError(null)
      }, setError)
    },
  }
}
