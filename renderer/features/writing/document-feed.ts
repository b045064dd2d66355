import { useSyncExternalStore } from 'react'
import type { Descendant, Editor } from 'slate'

/** So long after the last change the panels beside the text follow, in milliseconds. */
const QUIET_MS = 250

/** Tells the panels beside the text of its changes, once the writer pauses: no key waits for them. */
export type DocumentFeed = {
  changed: () => void
  subscribe: (listener: () => void) => () => void
  get: () => readonly Descendant[]
}

/** @returns a feed of an editor's document. */
export function documentFeed(editor: Editor): DocumentFeed {
  const listeners = new Set<() => void>()
  let told: readonly Descendant[] = editor.children
  let timer: ReturnType<typeof setTimeout> | null = null
  let last = 0
  const tell = (): void => {
    const left = last + QUIET_MS - performance.now()
    timer = left > 0 ? setTimeout(tell, left) : null
    if (left > 0) return
    told = editor.children
    for (const listener of listeners) listener()
  }
  return {
    changed() {
      last = performance.now()
      // One timer runs for many keys, and looks when it ends whether another came.
      timer ??= setTimeout(tell, QUIET_MS)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get: () => told,
  }
}

/** @returns the document as it stood when the writer last paused. */
export function useDocument(feed: DocumentFeed): readonly Descendant[] {
  return useSyncExternalStore(feed.subscribe, feed.get)
}
