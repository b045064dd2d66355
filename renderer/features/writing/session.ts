import { createEditor, Editor, type Operation } from 'slate'
import { withReact } from 'slate-react'
import type { Article } from '#core/article/article.ts'
import type { Goal } from '#core/article/goal.ts'
import type { Metadata } from '#core/article/metadata.ts'
import { articleHash } from '#core/article/canonical.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Actor, State } from '#core/review/states.ts'
import type { OpenedArticle } from '#renderer/bridge/open-article.ts'
import { call } from '#renderer/bridge/client.ts'
import { replaceDocument, restoreBlock } from '#renderer/editor/commands/restore.ts'
import { createArticleEditor, documentOf, loadDocument } from '#renderer/editor/create-editor.ts'
import { createBoard, type Board } from '#renderer/editor/proposals/board.ts'
import { newBlockId } from '#renderer/editor/new-id.ts'
import { isComing, whenCome } from '#renderer/editor/paste/coming.ts'
import { createAutosave, type SaveStatus } from './autosave.ts'
import { documentFeed, type DocumentFeed } from './document-feed.ts'
import { historyOf, keepHistory } from './kept-histories.ts'
import type { Mode } from './mode.ts'
import { isInText } from './place-caret.ts'
import type { ProposalBook } from './proposals/book.ts'
import { createPainter, type Painter } from './proposals/painter.ts'
import { articleTarget, type Target } from './target.ts'
import { timers } from './timers.ts'
import { undoDetails, type UndoDetails, type UndoStep } from './undo-details.ts'
import { saveOnLeave } from './save-on-leave.ts'
import { valueFeed, type ValueFeed } from './value-feed.ts'

/** Blocks per Slate chunk. With 100, a key took a third longer in long articles. */
const CHUNK = 20

/** An article that is open for writing. It owns the text, so that the text outlives the screen that shows it. */
export type Session = {
  /** Tells the sessions of one window apart: an article can be written and proposed for. */
  readonly key: string
  /** What the text is: the article, or what this person proposes for it. */
  readonly mode: Mode
  /** When the version was made since which it shows changes. */
  readonly since?: string | undefined
  /** The article as it is in the store; what the window counts. It is `current` unless this is a proposal. */
  readonly article: () => Article
  readonly articleFeed: DocumentFeed
  /** What is drawn in the text and is no part of it. */
  readonly board: Board
  readonly painter: Painter
  /** What others and this person propose for the article. */
  readonly book: ProposalBook
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
  /** The number of the last save of the article. */
  readonly saveNumber: () => number
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
  /** Changes the text and what is beside it as one step of undo. */
  readonly step: UndoDetails['step']
  /** Says that something beside the text must be saved. */
  readonly changed: () => void
  /** Gives back what others wait for, after a last step. @param lastStep resolves to whether that may be given back */
  readonly close: (lastStep: () => Promise<boolean>) => void
  /** Ends the session: stops autosave and all listeners, and keeps the undo history for the next one. */
  readonly end: () => void
}

/** @returns the key of the session in which a person proposes for an article */
export function proposingKey(id: string): string {
  return `${id} propose`
}

/**
 * Starts a session for an opened article. It autosaves until `end`.
 * @param targetOf where the text is stored: as the article by default
 */
export function createSession(
  opened: OpenedArticle,
  by: Actor,
  targetOf: (opened: OpenedArticle) => Target = articleTarget,
): Session {
  const { id } = opened.article
  const target = targetOf(opened)
  const { book, mode, since } = target
  const key = mode === 'edit' ? id : proposingKey(id)
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
  const current = (): Article => ({ ...opened.article, metadata: metadata.get(), document: documentOf(editor) })
  const adopt = (article: Article): void => {
    replaceDocument(editor, article.document)
    // Its steps belong to the text before: undone in this one, they would miss their places.
    clearHistory(editor)
    metadata.set(article.metadata)
    feed.changed()
  }
  const commit = async (): Promise<void> => {
    const [article, revision] = [current(), merged]
    const text = { article, caret: editor.selection, ...(revision === null ? {} : { merged: { revision } }) }
    const now = await target.commit(text, adopt)
    saved = article
    if (merged === revision) merged = null
    if (now !== null && now !== state.get()) state.set(now)
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
    // They are proposed too: what is drawn beside the text must follow.
    feed.changed()
    autosave.changed()
  }
  const details = undoDetails(editor, (patch) => {
    setMetadata(patch)
    detailsVersion.set(detailsVersion.get() + 1)
  })
  const isAllSaved = (): boolean => status.get().state === 'saved' && !isComing(editor)
  const end = opened.editable
    ? saveOnLeave(save, isAllSaved, () => void target.reconnect().finally(() => void autosave.flush()))
    : () => {}
  const articleFeed = target.article === null ? feed : documentFeed({ children: target.article.document })

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

  const board = createBoard(editor, opened.article)
  const painter = createPainter({ board, feed, live: current, source: target.source })
  return {
    ...{ key, mode, since, book, articleFeed, board, painter },
    article: () => target.article ?? current(),
    ...{ opened, editor, feed, metadata, state, goal, status, current, setMetadata, detailsVersion },
    saveNumber: () => target.saveNumber() ?? opened.saveNumber,
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
      if (editor.operations.some(isOfBlocks)) painter.redraw()
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
      await target.keepMine(seen)
      await autosave.retry()
    },
    abandon: autosave.abandon,
    step: details.step,
    changed: autosave.changed,
    close: (lastStep) => target.close(lastStep),
    takeHistory() {
      const kept = opened.editable ? historyOf(key, opened.article) : undefined
      if (kept !== undefined) editor.history = kept
    },
    end() {
      autosave.stop()
      book.stop()
      painter.stop()
      if (opened.editable) keepHistory(key, current(), editor.history)
      // The next session writes in that history. A picture that is stored only now would put its insertion there.
      clearHistory(editor)
      end()
    },
  }
}

function clearHistory(editor: Editor): void {
  editor.history = { undos: [], redos: [] }
}

/** @returns whether an operation makes, removes or moves blocks */
function isOfBlocks({ type }: Operation): boolean {
  return type !== 'set_selection' && type !== 'insert_text' && type !== 'remove_text'
}
