import {
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import { ArrowRight, PanelLeft } from 'lucide-react'
import { Editor } from 'slate'
import { ReactEditor, Slate } from 'slate-react'
import { headText } from '#core/article/plain-text.ts'
import type { State } from '#core/review/states.ts'
import { clientId } from '#renderer/bridge/client.ts'
import { useActor, useSettings } from '#renderer/bridge/settings.tsx'
import { useChanges } from '#renderer/bridge/use-changes.ts'
import type { Asking } from '#renderer/editor/actions/action.ts'
import { ArticleEditor } from '#renderer/editor/article-editor.tsx'
import { BlockToolbar } from '#renderer/editor/block-toolbar.tsx'
import { centre } from '#renderer/editor/keys/reveal.ts'
import { isPressed } from '#renderer/editor/keys/keys.ts'
import { isMac } from '#renderer/editor/platform.ts'
import { setTypingRules } from '#renderer/editor/with/with-typing.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorText, isRefused } from '#renderer/ui/error-text.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useLocale, useT } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { StateLabel } from '#renderer/ui/state-label.tsx'
import { DetailsPanel } from './details-panel.tsx'
import { FindBar } from './find-bar.tsx'
import { Inspector } from './inspector.tsx'
import { Keep, type Keeping } from './keep.tsx'
import { MoreMenu } from './more-menu.tsx'
import { Notices } from './notices.tsx'
import { closeArticle, openArticle, type OpenedArticle } from '#renderer/bridge/open-article.ts'
import { SaveStatusWord } from './save-status.tsx'
import { TakeOut } from './take-out.tsx'
import { TextPanel } from './text-panel.tsx'
import { useCommands } from './use-commands.ts'
import { CurrentBlock, useView, viewStyle } from './use-view.ts'
import { useWriting } from './use-writing.ts'
import { ViewMenu } from './view-menu.tsx'
import { WordCount } from './word-count.tsx'
import './writing.css'
import './print.css'

/** What other features get to know of the article that is open. */
export type WritingContext = {
  id: string
  state: State
  /**
   * Saves all, then does the work; nobody can write meanwhile, for the work may end their right to.
   * @returns false, without having done it, when not all could be saved. Throws what the work throws.
   */
  onceSaved: (work: () => Promise<unknown>) => Promise<boolean>
  /** Opens the article anew, after it was moved to another state. */
  reload: () => void
}

type WritingScreenProps = {
  id: string
  /** The block to show first, as a checklist asks for; null: where the caret was. */
  blockId: string | null
  onBack: () => void
  /** Moves the article into the bin. @returns whether it is there now. */
  onPutAway: (article: { id: string; headline: string }) => Promise<boolean>
  onExport: () => void
  renderReview: (writing: WritingContext) => ReactNode
}

/** Below this width the side panel lies over the page, as in the style; it then waits to be asked for. */
const NARROW = '(width < 78rem)'

/** Opens an article and shows it for writing, or for reading with the reason. */
export function WritingScreen(props: WritingScreenProps) {
  const t = useT()
  const { id } = props
  const actor = useActor()
  const [opened, setOpened] = useState<(OpenedArticle & { opening: number }) | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [openings, setOpenings] = useState(0)
  const reload = useCallback(() => setOpenings((count) => count + 1), [])
  const saveLast = useRef<() => Promise<void>>(() => Promise.resolve())
  const close = useEffectEvent((closed: string) => closeArticle(closed, actor, () => saveLast.current()))
  useEffect(() => () => close(id), [id])
  const { role } = actor
  useEffect(() => {
    let isWanted = true
    openArticle(id, { name: actor.name, role }).then(
      (article) => {
        if (!isWanted) return
        setOpened({ ...article, opening: openings })
        setError(null)
      },
      (refusal: unknown) => isWanted && setError(refusal),
    )
    return () => {
      isWanted = false
    }
    // Who acts is asked again when the role changes: it decides what may be written. The name does not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id, role, openings])
  useChanges((change) => {
    if (opened === null || opened.editable) return
    const isElsewhere =
      change !== null && change.type === 'article-changed' && change.id === id && change.by !== clientId()
    const isFree = change !== null && change.type === 'article-released' && change.id === id
    if (change === null || isElsewhere || isFree) reload()
  })
  if (error !== null) {
    return (
      <EmptyState
        icon={null}
        title={t('writing.openFailed')}
        actions={
          <>
            {isRefused(error, 'in-the-bin') ? <TakeOut id={id} onTakenOut={reload} /> : null}
            <Button variant={isRefused(error, 'in-the-bin') ? 'quiet' : 'primary'} onPress={props.onBack}>
              {t('writing.back')}
            </Button>
            <Button onPress={reload}>{t('writing.retry')}</Button>
          </>
        }
      >
        <ErrorText error={error} />
      </EmptyState>
    )
  }
  if (opened === null) return <Progress label={t('writing.opening')} />
  return <OpenArticle key={opened.opening} {...props} opened={opened} reload={reload} saveLastRef={saveLast} />
}

function OpenArticle({
  opened,
  reload,
  saveLastRef,
  id,
  blockId,
  onBack,
  onPutAway,
  onExport,
  renderReview,
}: WritingScreenProps & { opened: OpenedArticle; reload: () => void; saveLastRef: RefObject<() => Promise<void>> }) {
  const { t, dir } = useLocale()
  const writing = useWriting(opened, useActor())
  const { editor, status, metadata, feed, current } = writing
  useEffect(() => {
    saveLastRef.current = writing.saveLast
  }, [saveLastRef, writing.saveLast])
  const [hasInspector, setInspector] = useRemembered('midad.inspector', !matchMedia(NARROW).matches)
  const [isHeld, setHeld] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [finding, setFinding] = useState<'find' | 'replace' | null>(null)
  const [keeping, setKeeping] = useState<Keeping | null>(null)
  const { settings, change } = useSettings()
  const { view } = settings
  useView(editor, view)
  useEffect(() => setTypingRules(editor, settings.typing), [editor, settings.typing])
  const find = useCallback((withReplace: boolean) => setFinding(withReplace ? 'replace' : 'find'), [])
  const print = useCallback(() => window.print(), [])
  const { save: saveAll } = writing
  const putAway = useCallback(async () => {
    setHeld(true)
    if (!(await saveAll())) setRefusal(t('bin.unsaved'))
    else if (await onPutAway({ id, headline: headText(current(), 'headline').trim() })) {
      // It was all saved before, and what lies in the bin takes nothing.
      saveLastRef.current = () => Promise.resolve()
      return onBack()
    }
    setHeld(false)
  }, [saveAll, onPutAway, onBack, id, current, saveLastRef, t])
  const { commands, inserts } = useCommands(editor, {
    find,
    keep: setKeeping,
    print,
    putAway: useCallback(() => void putAway(), [putAway]),
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    const pressed = commands.find(({ keys }) => keys !== undefined && isPressed(keys, event, isMac))
    if (pressed === undefined || event.defaultPrevented) return
    event.preventDefault()
    pressed.run()
  }
  const readOnly = !opened.editable
  useEffect(() => beginAt(editor, blockId, readOnly), [editor, blockId, readOnly])
  const save = (): void => void writing.save()
  const onceSaved = async (work: () => Promise<unknown>): Promise<boolean> => {
    setHeld(true)
    try {
      if (await writing.save()) {
        await work()
        // Held until the article was opened anew, with whatever right to write it then has.
        return true
      }
    } catch (error) {
      setHeld(false)
      throw error
    }
    setHeld(false)
    return false
  }
  return (
    <Slate editor={editor} initialValue={writing.initial} onChange={writing.onEditorChange}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the shortcuts of the whole screen */}
      <div
        className="writing"
        data-inspector={hasInspector && !view.focus}
        data-digits={settings.digits}
        style={viewStyle(view)}
        onKeyDown={onKeyDown}
      >
        <header className="writing-bar">
          <IconButton
            label={t('writing.back')}
            icon={<ArrowRight aria-hidden size={18} style={dir === 'rtl' ? {} : { transform: 'scaleX(-1)' }} />}
            onPress={onBack}
          />
          <StateLabel state={writing.state} />
          {readOnly ? null : <SaveStatusWord feed={status} />}
          <div className="writing-tools">{readOnly ? null : <BlockToolbar ask={setAsking} />}</div>
          <WordCount feed={feed} current={current} />
          {view.focus ? (
            <Button onPress={() => void change({ view: { ...view, focus: false } }).catch(() => {})}>
              {t('writing.focusLeave')}
            </Button>
          ) : null}
          <ViewMenu />
          <MoreMenu commands={commands} />
          <Button
            onPress={() =>
              void writing.save().then((isSaved) => {
                if (isSaved) onExport()
              })
            }
          >
            {t('writing.export')}
          </Button>
          <IconButton
            label={t(hasInspector ? 'writing.hideInspector' : 'writing.showInspector')}
            icon={<PanelLeft aria-hidden size={18} style={dir === 'rtl' ? {} : { transform: 'scaleX(-1)' }} />}
            isPressed={hasInspector}
            onPress={() => setInspector(!hasInspector)}
          />
        </header>
        <div className="writing-page" onBlur={save}>
          <div className="writing-notices">
            <p className="proof-line">
              <span>
                {t('writing.proof')} · {metadata.slug || t('common.midad')}
              </span>
              <span>{t(`common.state-${writing.state}`)}</span>
            </p>
            {refusal === null ? null : <Banner tone="attention">{refusal}</Banner>}
            <Notices opened={opened} feed={status} current={current} onSaveAgain={save} />
          </div>
          <ArticleEditor
            readOnly={readOnly || isHeld}
            asking={asking}
            onAsk={setAsking}
            commands={commands}
            inserts={inserts}
          />
          {view.focus ? <CurrentBlock editor={editor} /> : null}
        </div>
        {finding === null ? null : (
          <FindBar
            feed={feed}
            withReplace={finding === 'replace'}
            readOnly={readOnly}
            onClose={() => setFinding(null)}
          />
        )}
        {keeping === null ? null : <Keep what={keeping} current={current} onClose={() => setKeeping(null)} />}
        {hasInspector && !view.focus ? (
          <Inspector
            text={<TextPanel feed={feed} current={current} />}
            details={<DetailsPanel metadata={metadata} onChange={writing.setMetadata} readOnly={readOnly} />}
            review={renderReview({ id, state: writing.state, onceSaved, reload })}
          />
        ) : null}
      </div>
    </Slate>
  )
}

/** Puts the caret where writing goes on: in the block that was asked for, where it was, or in an empty headline. */
function beginAt(editor: Editor, blockId: string | null, readOnly: boolean): void {
  const index = editor.children.findIndex((node) => 'id' in node && node.id === blockId)
  if (index !== -1) {
    editor.select(Editor.start(editor, [index]))
    centre(editor, ReactEditor.toDOMNode(editor, editor.children[index] ?? editor))
  }
  if (readOnly) return
  if (editor.selection === null) editor.select(Editor.start(editor, []))
  ReactEditor.focus(editor)
}

/** A choice about this window's look, kept in this window's browser. */
function useRemembered(name: string, initial: boolean): [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(() => (localStorage.getItem(name) ?? String(initial)) === 'true')
  return [
    value,
    (next) => {
      localStorage.setItem(name, String(next))
      setValue(next)
    },
  ]
}
