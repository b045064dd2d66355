import { useCallback, useState } from 'react'
import { ReactEditor } from 'slate-react'
import type { Article } from '#core/article/article.ts'
import { call } from '#renderer/bridge/client.ts'
import { useActor } from '#renderer/bridge/settings.tsx'
import type { Session } from './session.ts'
import type { UndoStep } from './undo-details.ts'

/** Two moments that are compared, by their keys; `to` is null for the article as it is now. */
type Comparing = { from: string; to: string | null }

/** What the versions get to know of the article that is open, and may do to it. */
export type VersionsContext = {
  id: string
  comparing: Comparing | null
  onCompare: (comparing: Comparing | null) => void
  /**
   * Brings back the whole of an older version, or one of its blocks, once what stands here is kept.
   * @returns whether that could be done: not while there is anything that cannot be saved. Throws what keeping throws.
   * Null while the article may only be read.
   */
  restore: {
    whole: (older: Article) => Promise<boolean>
    block: (older: Article, id: string, isMoved: boolean) => Promise<boolean>
  } | null
  /** Takes the last step of the writing back. */
  undo: () => void
}

type Versions = {
  versions: VersionsContext
  comparing: Comparing | null
  /** The step that brought an older version back, to be taken back; null when none did, or it was forgotten. */
  restored: UndoStep | null
  forget: () => void
}

/**
 * Looks back from an article that is open, and brings older words back into it as it is written: to be undone.
 * @param onLook is told when a comparison begins and ends
 */
export function useVersions(session: Session, onLook: (isLooking: boolean) => void): Versions {
  const actor = useActor()
  const [comparing, setComparing] = useState<Comparing | null>(null)
  const [restored, setRestored] = useState<UndoStep | null>(null)
  const { editor, opened } = session
  const compare = (next: Comparing | null): void => {
    setComparing(next)
    onLook(next !== null)
  }
  const articleId = opened.article.id

  /** @returns whether what stands here is saved and kept, so that something older may be written over it. */
  const keepFirst = async (): Promise<boolean> => {
    if (!(await session.save())) return false
    await call('history.keep', { id: articleId, actor })
    return true
  }
  const restore: VersionsContext['restore'] = {
    async whole(older) {
      if (!(await keepFirst())) return false
      setRestored(session.restore(older))
      void session.save()
      compare(null)
      // The page can be reached again once the comparison is gone.
      requestAnimationFrame(() => ReactEditor.focus(editor))
      return true
    },
    async block(older, id, isMoved) {
      if (!(await keepFirst())) return false
      session.restoreBlock(older, id, isMoved)
      void session.save()
      return true
    },
  }
  return {
    versions: {
      id: articleId,
      comparing,
      onCompare: compare,
      restore: opened.editable ? restore : null,
      undo: () => editor.undo(),
    },
    comparing,
    restored,
    forget: useCallback(() => setRestored(null), []),
  }
}
