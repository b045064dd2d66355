import { useCallback, useState } from 'react'
import type { Article } from '#core/article/article.ts'
import { call } from '#renderer/bridge/client.ts'
import { closeToText } from '#renderer/editor/focus-text.ts'
import type { Point } from './proposals/since.ts'
import type { Session } from './session.ts'
import type { OtherVersion } from './use-merge.ts'
import type { UndoStep } from './undo-details.ts'

/** The keys of the two versions that are compared; `to` is null for the current article. */
type Comparing = { from: string; to: string | null }

/** What the versions panel may read of the open article, and do to it. */
export type VersionsContext = {
  id: string
  comparing: Comparing | null
  onCompare: (comparing: Comparing | null) => void
  /**
   * Restores a whole older version, or one of its blocks, after the current text was saved and kept as a version. Null
   * while the article is read-only.
   * @returns false, without restoring, if saving fails
   * @throws ContractError if keeping the version fails
   */
  restore: {
    whole: (older: Article) => Promise<boolean>
    block: (older: Article, id: string, isMoved: boolean) => Promise<boolean>
  } | null
  /** Undoes the last step. */
  undo: () => void
}

/** What the list of versions may do besides. */
export type SinceContext = {
  /** Shows in the text what changed since a point. @param points that point and those after it, the oldest first */
  showSince: (points: readonly Point[]) => void
}

/** What the comparison may do besides. Null while the article is read-only. */
export type MergeVersion = ((version: Omit<OtherVersion, 'keep'>) => void) | null

type Versions = {
  versions: VersionsContext
  comparing: Comparing | null
  /** The step that restored an older version, for the Undo notice; null for none, and once the notice is closed. */
  restored: UndoStep | null
  forget: () => void
}

/**
 * Compares an open article with its versions, and restores them in the editor, as steps of undo.
 * @param onComparing called when a comparison begins and ends
 */
export function useVersions(session: Session, onComparing: (isComparing: boolean) => void): Versions {
  const [comparing, setComparing] = useState<Comparing | null>(null)
  const [restored, setRestored] = useState<UndoStep | null>(null)
  const { editor, opened } = session
  const compare = (next: Comparing | null): void => {
    setComparing(next)
    onComparing(next !== null)
  }
  const articleId = opened.article.id

  /** Keeps the current text as a version, before it is overwritten. @returns false if saving fails. */
  const keepFirst = async (): Promise<boolean> => {
    if (!(await session.save())) return false
    await call('history.keep', { id: articleId })
    return true
  }
  const restore: VersionsContext['restore'] = {
    async whole(older) {
      if (!(await keepFirst())) return false
      setRestored(session.restore(older))
      void session.save()
      // The page can take the focus only once the comparison is gone.
      closeToText(editor, () => compare(null))
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
