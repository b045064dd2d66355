import { useSyncExternalStore } from 'react'
import type { Descendant, Editor } from 'slate'

/** How long the writer must pause before the panels are updated, in milliseconds. */
const PAUSE_MS = 250

/** Reports changes of the document to the panels when the writer pauses, so that no key waits for them. */
export type DocumentFeed = {
  changed: () => void
  subscribe: (listener: () => void) => () => void
  get: () => readonly Descendant[]
}

/** @returns a feed of an editor's document. */
export function documentFeed(editor: Pick<Editor, 'children'>): DocumentFeed {
  const listeners = new Set<() => void>()
  let snapshot: readonly Descendant[] = editor.children
  let timer: ReturnType<typeof setTimeout> | null = null
  let lastChange = 0
  const publish = (): void => {
    const left = lastChange + PAUSE_MS - performance.now()
    timer = left > 0 ? setTimeout(publish, left) : null
    if (left > 0) return
    snapshot = editor.children
    for (const listener of listeners) listener()
  }
  return {
    changed() {
      lastChange = performance.now()
      // One timer serves many keys: when it ends, it is extended if another key was pressed.
      timer ??= setTimeout(publish, PAUSE_MS)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get: () => snapshot,
  }
}

/** @returns the document at the writer's last pause. */
export function useDocument(feed: DocumentFeed): readonly Descendant[] {
  return useSyncExternalStore(feed.subscribe, feed.get)
}
