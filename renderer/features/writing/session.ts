import { createEditor, Editor, Range } from 'slate'
import { withReact } from 'slate-react'
import type { Article } from '#core/article/article.ts'
import type { Metadata } from '#core/article/metadata.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Actor, State } from '#core/review/states.ts'
import { call, connection, onClosing } from '#renderer/bridge/client.ts'
import type { OpenedArticle } from '#renderer/bridge/open-article.ts'
import { replaceDocument, restoreBlock } from '#renderer/editor/commands/restore.ts'
import { createArticleEditor, documentOf, loadDocument } from '#renderer/editor/create-editor.ts'
import { newBlockId } from '#renderer/editor/new-id.ts'
import { createAutosave, type SaveStatus } from './autosave.ts'
import { createCommitter } from './commit.ts'
import { documentFeed, type DocumentFeed } from './document-feed.ts'
import { timers } from './timers.ts'
import { undoDetails, type UndoStep } from './undo-details.ts'
import { valueFeed, type ValueFeed } from './value-feed.ts'

/** How many blocks are laid out and drawn as one stretch. With 100, a key took a third longer in long articles. */
const CHUNK = 20

/** An opened article while it is written: the text lives here, and not in the screen that shows it. */
export type Session = {
  readonly opened: OpenedArticle
  readonly editor: Editor
  readonly feed: DocumentFeed
  readonly metadata: ValueFeed<Metadata>
  readonly state: ValueFeed<State>
  readonly status: ValueFeed<SaveStatus>
  /** The article as it stands in the window. */
  readonly current: () => Article
  readonly setMetadata: (patch: Partial<Metadata>) => void
  /** Grows when the details were changed from elsewhere than their fields. */
  readonly detailsVersion: ValueFeed<number>
  /** Makes an older version the article, as one step of undo. @returns the step, or null when nothing differs. */
  readonly restore: (older: Article) => UndoStep | null
  /** Brings one block of an older version back, as one step of undo. */
  readonly restoreBlock: (older: Article, id: string, isMoved: boolean) => void
  readonly actor: () => Actor
  readonly setActor: (actor: Actor) => void
  readonly onEditorChange: () => void
  /** Saves at once what is not saved. @returns whether all of it is saved now. */
  readonly save: () => Promise<boolean>
  /** Saves the text and where the caret stands, though the text may be saved already. @returns as `save` does. */
  readonly saveLast: () => Promise<boolean>
  /** After a conflict: keeps what the store has as a version, and saves this text over it. @throws ContractError */
  readonly keepMine: () => Promise<void>
  /** What stands here is kept in another place: it need not be saved any more. */
  readonly abandon: () => void
  /** Nobody writes here any more. */
  readonly end: () => void
}

/** Begins to write an opened article, and keeps it saved until the end. */
export function createSession(opened: OpenedArticle, by: Actor): Session {
  const { id } = opened.article
  const editor = createArticleEditor(newBlockId, withReact(createEditor()))
  // Long articles are drawn in stretches, of which a key redraws one.
  editor.getChunkSize = (node) => (Editor.isEditor(node) ? CHUNK : null)
  loadDocument(editor, opened.article.document)
  if (opened.caret !== null) restoreCaret(editor, opened.caret)
  const feed = documentFeed(editor)
  const metadata = valueFeed(opened.article.metadata)
  const state = valueFeed(opened.state)
  const status = valueFeed<SaveStatus>({ state: 'saved' })
  const detailsVersion = valueFeed(0)
  let actor = by
  const committer = createCommitter(
    { save: (input) => call('articles.save', input), read: () => call('articles.get', { id }) },
    opened.saveNumber,
  )
  const current = (): Article => ({ ...opened.article, metadata: metadata.get(), document: documentOf(editor) })
  const commit = async (): Promise<void> => {
    const answer = await committer.commit({ article: current(), caret: editor.selection, actor })
    if (answer.state !== state.get()) state.set(answer.state)
  }
  const autosave = createAutosave({
    save: commit,
    // All else may come right by itself: a disk that has room again, an article that is taken out of the bin.
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
  const end = opened.editable ? watch(autosave.flush, () => status.get().state === 'saved', takePen) : () => {}

  /** After the service was gone it knows no pen any more; whatever refuses it will refuse the save, and be shown. */
  function takePen(): void {
    call('articles.open', { id, actor, hadPen: true })
      .catch(() => {})
      .finally(() => void autosave.flush())
  }
  return {
    ...{ opened, editor, feed, metadata, state, status, current, setMetadata, detailsVersion },
    restore: (older) => details.step(() => replaceDocument(editor, older.document), metadata.get(), older.metadata),
    restoreBlock: (older, blockId, isMoved) => void restoreBlock(editor, older.document, blockId, isMoved),
    actor: () => actor,
    setActor(next) {
      actor = next
    },
    onEditorChange() {
      if (!editor.operations.some(({ type }) => type !== 'set_selection')) return
      feed.changed()
      autosave.changed()
    },
    save: autosave.flush,
    async saveLast() {
      if (!opened.editable) return true
      if (!(await autosave.flush())) return false
      await commit()
      return true
    },
    async keepMine() {
      const { saveNumber } = await call('articles.get', { id })
      await call('history.keep', { id, actor })
      committer.rebase(saveNumber)
      await autosave.retry()
    },
    abandon: autosave.abandon,
    end() {
      autosave.stop()
      end()
    },
  }
}

/**
 * Whoever looks away, or closes the window, leaves nothing unsaved; and when the service comes back after it was gone,
 * the window takes its pen again and saves what it holds.
 * @returns a function that ends it.
 */
function watch(flush: () => Promise<boolean>, isSaved: () => boolean, onBack: () => void): () => void {
  const controller = new AbortController()
  const { signal } = controller
  const leave = (): void => void flush()
  window.addEventListener('blur', leave, { signal })
  window.addEventListener('pagehide', leave, { signal })
  const onVisibility = (): void => {
    if (document.visibilityState === 'hidden') leave()
  }
  document.addEventListener('visibilitychange', onVisibility, { signal })
  // The browser asks before it closes; meanwhile the save is on its way.
  const onUnload = (event: BeforeUnloadEvent): void => {
    if (isSaved()) return
    leave()
    event.preventDefault()
  }
  window.addEventListener('beforeunload', onUnload, { signal })
  const stopConnection = connection.subscribe(() => {
    if (connection.get() === 'connected') onBack()
  })
  const stopClosing = onClosing(flush)
  return () => {
    controller.abort()
    stopConnection()
    stopClosing()
  }
}

/** A caret that does not fit the document any more is left out. */
function restoreCaret(editor: Editor, caret: NonNullable<OpenedArticle['caret']>): void {
  const { anchor, focus } = caret
  const fits = [anchor, focus].every(({ path, offset }) => {
    if (!editor.hasPath(path)) return false
    const [node] = editor.node(path)
    return 'text' in node && typeof node.text === 'string' && offset <= node.text.length
  })
  if (fits && Range.isRange(caret)) editor.selection = caret
}
