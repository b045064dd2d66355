import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { createEditor, Editor, Range, type Descendant } from 'slate'
import { withReact } from 'slate-react'
import type { Article } from '#core/article/article.ts'
import type { Metadata } from '#core/article/metadata.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Actor, State } from '#core/review/states.ts'
import { call } from '#renderer/bridge/client.ts'
import { createArticleEditor, documentOf, loadDocument } from '#renderer/editor/create-editor.ts'
import { newBlockId } from '#renderer/editor/new-id.ts'
import { createAutosave, type Autosave, type Timers } from './autosave.ts'
import { documentFeed, type DocumentFeed } from './document-feed.ts'
import type { OpenedArticle } from '#renderer/bridge/open-article.ts'
import { statusFeed, type StatusFeed } from './status-feed.ts'

/** Refusals that stay however often one tries. */
const FINAL = new Set(['conflict', 'not-editable', 'not-found', 'invalid-input', 'store-read-only', 'article-damaged'])

/** How many blocks are laid out and drawn as one stretch. With 100, a key took a third longer in long articles. */
const CHUNK = 20

const timers: Timers = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

export type Writing = {
  editor: Editor
  /** The document as it was opened; the editor has it as it stands. */
  initial: Descendant[]
  feed: DocumentFeed
  metadata: Metadata
  state: State
  status: StatusFeed
  /** The article as it stands in the window. */
  current: () => Article
  setMetadata: (patch: Partial<Metadata>) => void
  onEditorChange: () => void
  save: () => Promise<boolean>
  /** Saves the text and where the caret stands, though the text may be saved already. */
  saveLast: () => Promise<void>
}

/** Holds one opened article while it is written, and keeps it saved. Give it a new key for another article. */
export function useWriting(opened: OpenedArticle, actor: Actor): Writing {
  const editor = useMemo(() => {
    const made = createArticleEditor(newBlockId, withReact(createEditor()))
    // Long articles are drawn in stretches, of which a key redraws one.
    made.getChunkSize = (node) => (Editor.isEditor(node) ? CHUNK : null)
    loadDocument(made, opened.article.document)
    if (opened.caret !== null) restoreCaret(made, opened.caret)
    return made
  }, [opened])
  const [initial] = useState(editor.children)
  const feed = useMemo(() => documentFeed(editor), [editor])
  const [metadata, setMetadataState] = useState(opened.article.metadata)
  const [state, setState] = useState(opened.state)
  const [status] = useState(statusFeed)
  const latestRef = useRef({ metadata: opened.article.metadata, saveNumber: opened.saveNumber, actor })
  useEffect(() => {
    latestRef.current.actor = actor
  }, [actor])

  const current = useCallback(
    (): Article => ({ ...opened.article, metadata: latestRef.current.metadata, document: documentOf(editor) }),
    [editor, opened],
  )
  const commit = useCallback(async () => {
    const answer = await call('articles.save', {
      article: current(),
      baseSaveNumber: latestRef.current.saveNumber,
      caret: caretOf(editor),
      actor: latestRef.current.actor,
    })
    latestRef.current.saveNumber = answer.saveNumber
    setState(answer.state)
  }, [current, editor])
  // What it is given reads the refs later, when something was written.
  const autosave = useMemo(
    () =>
      // oxlint-disable-next-line react/refs
      createAutosave({
        save: commit,
        isFinal: (error) => error instanceof ContractError && FINAL.has(error.code),
        onStatus: status.set,
        timers,
      }),
    [commit, status],
  )
  const saveLast = useCallback(async () => {
    if (opened.editable && (await autosave.flush())) await commit()
  }, [opened.editable, autosave, commit])
  const isSaved = useCallback(() => status.get().state === 'saved', [status])
  useLeaving(opened.editable, autosave, isSaved)

  return {
    editor,
    initial,
    feed,
    metadata,
    state,
    status,
    current,
    setMetadata(patch) {
      latestRef.current.metadata = { ...latestRef.current.metadata, ...patch }
      setMetadataState(latestRef.current.metadata)
      autosave.changed()
    },
    onEditorChange() {
      if (!editor.operations.some(({ type }) => type !== 'set_selection')) return
      feed.changed()
      autosave.changed()
    },
    save: autosave.flush,
    saveLast,
  }
}

/** Whoever looks away, or closes the window, leaves nothing unsaved. */
function useLeaving(isEditable: boolean, autosave: Autosave, isSaved: () => boolean): void {
  useEffect(() => {
    if (!isEditable) return
    const flush = (): void => void autosave.flush()
    const onVisibility = (): void => {
      if (window.document.visibilityState === 'hidden') flush()
    }
    // The browser asks before it closes; meanwhile the save is on its way.
    const onUnload = (event: BeforeUnloadEvent): void => {
      if (isSaved()) return
      flush()
      event.preventDefault()
    }
    window.addEventListener('blur', flush)
    window.addEventListener('pagehide', flush)
    window.addEventListener('beforeunload', onUnload)
    window.document.addEventListener('visibilitychange', onVisibility)
    return () => {
      window.removeEventListener('blur', flush)
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('beforeunload', onUnload)
      window.document.removeEventListener('visibilitychange', onVisibility)
      flush()
      autosave.stop()
    }
  }, [isEditable, autosave, isSaved])
}

function caretOf(editor: Editor): OpenedArticle['caret'] {
  return editor.selection
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
