import { createEditor, Editor } from 'slate'
import { withReact } from 'slate-react'
import type { Article } from '#core/article/article.ts'
import type { Goal } from '#core/article/goal.ts'
import type { Metadata } from '#core/article/metadata.ts'
import { articleHash } from '#core/article/canonical.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Actor, State } from '#core/review/states.ts'
import { call, connection, onClosing } from '#renderer/bridge/client.ts'
import type { OpenedArticle } from '#renderer/bridge/open-article.ts'
import { replaceDocument, restoreBlock } from '#renderer/editor/commands/restore.ts'
import { createArticleEditor, documentOf, loadDocument } from '#renderer/editor/create-editor.ts'
import { newBlockId } from '#renderer/editor/new-id.ts'
import { isComing, whenCome } from '#renderer/editor/paste/coming.ts'
import { createAutosave, type SaveStatus } from './autosave.ts'
import { createCommitter } from './commit.ts'
import { documentFeed, type DocumentFeed } from './document-feed.ts'
import { historyOf, keepHistory } from './kept-histories.ts'
import { isInText } from './place-caret.ts'
import { timers } from './timers.ts'
import { undoDetails, type UndoStep } from './undo-details.ts'
import { valueFeed, type ValueFeed } from './value-feed.ts'

/** Blocks per Slate chunk. With 100, a key took a third longer in long articles. */
const CHUNK = 20

/** An article that is open for writing. It owns the text, so that the text outlives the screen that shows it. */
export type Session = {
  readonly opened: OpenedArticle
  readonly editor: Editor
  readonly feed: DocumentFeed
  readonly metadata: ValueFeed<Metadata>
  readonly state: ValueFeed<State>
  /** How long the body should become. */
  readonly goal: ValueFeed<Goal | null>
  /** @throws ContractError */
  readonly setGoal: (goal: Goal | null) => Promise<void>
  readonly status: ValueFeed<SaveStatus>
  /** The article as it is in the window. */
  readonly current: () => Article
  readonly setMetadata: (patch: Partial<Metadata>) => void
  /** Incremented when something other than the form changed the metadata. */
  readonly detailsVersion: ValueFeed<number>
  /** Restores an older version as one step of undo. @returns the step, or null if nothing differs. */
  readonly restore: (older: Article) => UndoStep | null
  /** The text as this window last saved it, or opened it. */
  readonly saved: () => Article
  /**
   * Makes a merge of this text and another the text, as one step of undo. The next save keeps both as versions.
   * @returns the step, or null if the merge is this text
   */
  readonly merge: (merged: Article, other: Article) => UndoStep | null
  /** Restores one block of an older version as one step of undo. */
  readonly restoreBlock: (older: Article, id: string, isMoved: boolean) => void
  readonly actor: () => Actor
  readonly setActor: (actor: Actor) => void
  readonly onEditorChange: () => void
  /** Saves, once pastes and pictures that are on their way have come. @returns whether everything is saved now. */
  readonly save: () => Promise<boolean>
  /** Saves the text with the caret, even if the text is saved already. @returns as `save` does. */
  readonly saveLast: () => Promise<boolean>
  /**
   * After a conflict: keeps the store's text as a version, and saves this text over it.
   * @param seen the save number of the text that a person saw there; any, if left out
   * @throws ContractError `conflict` if another text is there
   */
  readonly keepMine: (seen?: number) => Promise<void>
  /** The text was saved elsewhere: treats it as saved. */
  readonly abandon: () => void
  /** Takes over the undo history that an earlier session of the same text has kept. */
  readonly takeHistory: () => void
  /** Ends the session: stops autosave and all listeners, and keeps the undo history for the next one. */
  readonly end: () => void
}

/** Starts a session for an opened article. It autosaves until `end`. */
export function createSession(opened: OpenedArticle, by: Actor): Session {
  const { id } = opened.article
  const editor = createArticleEditor(newBlockId, withReact(createEditor()))
  // A key redraws only its own chunk of a long article.
  editor.getChunkSize = (node) => (Editor.isEditor(node) ? CHUNK : null)
  loadDocument(editor, opened.article.document)
  if (opened.caret !== null && isInText(editor, opened.caret)) editor.selection = opened.caret
  const feed = documentFeed(editor)
  const metadata = valueFeed(opened.article.metadata)
  const state = valueFeed(opened.state)
  const goal = valueFeed(opened.goal)
  const status = valueFeed<SaveStatus>({ state: 'saved' })
  const detailsVersion = valueFeed(0)
  let actor = by
  let saved = opened.article
  /** The hash of the text that was merged into this one since the last save. */
  let merged: string | null = null
  const committer = createCommitter(
    { save: (input) => call('articles.save', input), read: () => call('articles.get', { id }) },
    opened.saveNumber,
  )
  const current = (): Article => ({ ...opened.article, metadata: metadata.get(), document: documentOf(editor) })
  const commit = async (): Promise<void> => {
    const [article, revision] = [current(), merged]
    const answer = await committer.commit({
      ...{ article, caret: editor.selection, actor },
      ...(revision === null ? {} : { merged: { revision } }),
    })
    saved = article
    if (merged === revision) merged = null
    if (answer.state !== state.get()) state.set(answer.state)
  }
  const autosave = createAutosave({
    save: commit,
    // Every other error may pass: the disk gets free space, the article is taken out of the bin.
    isFinal: (error) => error instanceof ContractError && error.code === 'conflict',
    onStatus: status.set,
    timers,
  })
  const setMetadata = (patch: Partial<Metadata>): void => {
    metadata.set({ ...metadata.get(), ...patch })
    autosave.changed()
  }
  const details = undoDetails(editor, (patch) => {
    setMetadata(patch)
    detailsVersion.set(detailsVersion.get() + 1)
  })
  const isAllSaved = (): boolean => status.get().state === 'saved' && !isComing(editor)
  const end = opened.editable ? saveOnLeave(save, isAllSaved, takePen) : () => {}

  async function save(): Promise<boolean> {
    if (isComing(editor)) {
      const before = editor.children
      await whenCome(editor)
      // A screen that was left reports no change.
      if (editor.children !== before) {
        feed.changed()
        autosave.changed()
      }
    }
    return autosave.flush()
  }

  /**
   * Takes the edit lock again: a restarted service has forgotten who held it. An error is ignored here, since it would also
   * fail the save, which shows it.
   */
  function takePen(): void {
    call('articles.open', { id, actor, hadLock: true })
      .catch(() => {})
      .finally(() => void autosave.flush())
  }
  return {
    ...{ opened, editor, feed, metadata, state, goal, status, current, setMetadata, detailsVersion },
    restore: (older) => details.step(() => replaceDocument(editor, older.document), metadata.get(), older.metadata),
    saved: () => saved,
    merge(text, other) {
      const step = details.step(() => replaceDocument(editor, text.document), metadata.get(), text.metadata)
      if (step !== null) merged = articleHash(other)
      return step
    },
    restoreBlock: (older, blockId, isMoved) => void restoreBlock(editor, current(), older, blockId, isMoved),
    async setGoal(next) {
      goal.set(next)
      await call('articles.setGoal', { id, goal: next })
    },
    actor: () => actor,
    setActor(next) {
      actor = next
    },
    onEditorChange() {
      if (!editor.operations.some(({ type }) => type !== 'set_selection')) return
      feed.changed()
      autosave.changed()
    },
    save,
    async saveLast() {
      if (!opened.editable) return true
      if (!(await save())) return false
      await commit()
      return true
    },
    async keepMine(seen) {
      const { saveNumber } = await call('articles.get', { id })
      if (seen !== undefined && seen !== saveNumber) throw new ContractError('conflict', { id })
      await call('history.keep', { id, actor })
      committer.rebase(saveNumber)
      await autosave.retry()
    },
    abandon: autosave.abandon,
    takeHistory() {
      const kept = opened.editable ? historyOf(opened.article) : undefined
      if (kept !== undefined) editor.history = kept
    },
    end() {
      autosave.stop()
      if (opened.editable) keepHistory(current(), editor.history)
      // The next session writes in that history. A picture that is stored only now would put its insertion there.
      editor.history = { undos: [], redos: [] }
      end()
    },
  }
}

/**
 * Saves when the window loses the focus, is hidden or closes.
 * @param onReconnect called when the service is reachable again
 * @returns a function that removes the listeners
 */
function saveOnLeave(flush: () => Promise<boolean>, isSaved: () => boolean, onReconnect: () => void): () => void {
  const controller = new AbortController()
  const { signal } = controller
  const leave = (): void => void flush()
  window.addEventListener('blur', leave, { signal })
  window.addEventListener('pagehide', leave, { signal })
  const onVisibility = (): void => {
    if (document.visibilityState === 'hidden') leave()
  }
  document.addEventListener('visibilitychange', onVisibility, { signal })
  // The browser asks before it closes; meanwhile the save runs.
  const onUnload = (event: BeforeUnloadEvent): void => {
    if (isSaved()) return
    leave()
    event.preventDefault()
  }
  window.addEventListener('beforeunload', onUnload, { signal })
  const stopConnection = connection.subscribe(() => {
    if (connection.get() === 'connected') onReconnect()
  })
  const stopClosing = onClosing(flush)
  return () => {
    controller.abort()
    stopConnection()
    stopClosing()
  }
}
