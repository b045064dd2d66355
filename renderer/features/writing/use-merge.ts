import { useCallback, useRef, useState } from 'react'
import type { Article } from '#core/article/article.ts'
import type { Sides } from '#core/changes/sides.ts'
import { ContractError } from '#core/contract/errors.ts'
import { call } from '#renderer/bridge/client.ts'
import { closeToText } from '#renderer/editor/focus-text.ts'
import type { Session } from './session.ts'
import type { UndoStep } from './undo-details.ts'

/** Another version of the open article, which a person wants to merge. */
export type OtherVersion = {
  base: Article
  theirs: Article
  /** Where it comes from, or whose it is. Their changes are proposed under this name. */
  name: string
  /** Keeps it in the store, before it is merged. @throws ContractError */
  keep: () => Promise<unknown>
}

/** What the merge page may read of the open article, and do to it. */
export type MergeContext = {
  sides: Sides
  name: string
  /** @throws ContractError if the text cannot be saved first, or a proposal not at all */
  onMerge: (merging: { article: Article; proposal: { base: Article; head: Article } | null }) => Promise<void>
  onCancel: () => void
}

type Merge = {
  /** What is being merged; null for nothing. */
  merging: MergeContext | null
  /** Begins to merge what another window or the command line saved meanwhile. @throws ContractError */
  mergeStored: (name: string) => Promise<void>
  /** Begins to merge a version that the store keeps. */
  mergeKept: (version: Omit<OtherVersion, 'keep'>) => void
  /** The step of the last merge, for the Undo notice. */
  merged: UndoStep | null
  forget: () => void
}

/** @returns whether another version can be merged into a text: the article itself, and one that may be written. */
export function canMerge({ opened, mode }: Session): boolean {
  return opened.editable && mode === 'edit'
}

type Begun = {
  sides: Sides
  name: string
  /** Saves this text and keeps the other, so that neither is lost. @throws ContractError */
  keep: () => Promise<unknown>
}

/** Saves all that was written. @throws why it cannot be saved */
async function saved(session: Session): Promise<void> {
  if (await session.save()) return
  const status = session.status.get()
  throw status.state === 'failed' ? status.error : new ContractError('save-slow')
}

/**
 * Merges another version into the open article, as one step of undo.
 * @param other what to merge from the start; null for nothing
 * @param onDone called when that is merged, or left
 */
export function useMerge(session: Session, other: OtherVersion | null, onDone: () => void): Merge {
  const { editor } = session
  const { id } = session.opened.article
  const [begun, setBegun] = useState<Begun | null>(() =>
    other === null || !canMerge(session)
      ? null
      : {
          sides: { base: other.base, ours: session.current(), theirs: other.theirs },
          name: other.name,
          keep: other.keep,
        },
  )
  const [merged, setMerged] = useState<UndoStep | null>(null)
  /** Set once the text is merged and only the proposal is left to save. */
  const step = useRef<UndoStep | null>(null)
  const [proposalId, setProposalId] = useState(() => crypto.randomUUID())
  const close = (): void => {
    closeToText(editor, () => setBegun(null))
    step.current = null
    setProposalId(crypto.randomUUID())
    onDone()
  }
  const merge = async (
    { sides, name, keep }: Begun,
    { article, proposal }: Parameters<MergeContext['onMerge']>[0],
  ): Promise<void> => {
    if (step.current === null) {
      await keep()
      await saved(session)
      step.current = session.merge(article, sides.theirs)
      setMerged(step.current)
      await session.save()
    }
    if (proposal !== null) {
      await call('proposals.add', { id, proposalId, by: name, ...proposal })
    }
    close()
  }
  return {
    merging:
      begun === null
        ? null
        : { sides: begun.sides, name: begun.name, onMerge: (merging) => merge(begun, merging), onCancel: close },
    async mergeStored(name) {
      const { article, saveNumber } = await call('articles.get', { id })
      setMerged(null)
      const sides = { base: session.saved(), ours: session.current(), theirs: article }
      setBegun({ sides, name, keep: () => session.keepMine(saveNumber) })
    },
    mergeKept({ base, theirs, name }) {
      setMerged(null)
      setBegun({ sides: { base, ours: session.current(), theirs }, name, keep: () => Promise.resolve() })
    },
    merged,
    forget: useCallback(() => setMerged(null), []),
  }
}
