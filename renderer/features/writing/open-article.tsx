import { useCallback, useEffect, useState, type KeyboardEvent, type ReactNode } from 'react'
import { ArrowRight, PanelLeft } from 'lucide-react'
import { Editor } from 'slate'
import { ReactEditor, Slate } from 'slate-react'
import type { Article } from '#core/article/article.ts'
import { headText } from '#core/article/plain-text.ts'
import type { State } from '#core/review/states.ts'
import { useActor, useSettings } from '#renderer/bridge/settings.tsx'
import type { Asking } from '#renderer/editor/actions/action.ts'
import { ArticleEditor } from '#renderer/editor/article-editor.tsx'
import { BlockToolbar } from '#renderer/editor/block-toolbar.tsx'
import { centre } from '#renderer/editor/keys/reveal.ts'
import { isPressed } from '#renderer/editor/keys/keys.ts'
import { isMac } from '#renderer/editor/platform.ts'
import { setTypingRules } from '#renderer/editor/with/with-typing.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useLocale } from '#renderer/ui/locale.tsx'
import { StateLabel } from '#renderer/ui/state-label.tsx'
import { DetailsPanel } from './details-panel.tsx'
import { FindBar } from './find-bar.tsx'
import { Inspector, type InspectorTab } from './inspector.tsx'
import { Keep, type Keeping } from './keep.tsx'
import { MoreMenu } from './more-menu.tsx'
import { Notices } from './notices.tsx'
import { RestoredNotice } from './restored-notice.tsx'
import { SaveStatusWord } from './save-status.tsx'
import type { Session } from './session.ts'
import { TextPanel } from './text-panel.tsx'
import { useCommands } from './use-commands.ts'
import { CurrentBlock, useView, viewStyle } from './use-view.ts'
import { useVersions, type VersionsContext } from './use-versions.ts'
import { useValue } from './value-feed.ts'
import { VersionsSlot } from './versions-slot.tsx'
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

export type WritingScreenProps = {
  id: string
  /** The block to show first, as a checklist asks for; null: where the caret was. */
  blockId: string | null
  onBack: () => void
  /** Opens another article. */
  onOpen: (id: string) => void
  /** Moves the article into the bin. @returns whether it is there now. */
  onPutAway: (article: { id: string; headline: string }) => Promise<boolean>
  onExport: () => void
  renderReview: (writing: WritingContext) => ReactNode
  renderVersions: (versions: VersionsContext) => ReactNode
  renderComparison: (versions: VersionsContext, now: Article) => ReactNode
  /** Shows the versions of an article that cannot be opened. */
  onVersions: () => void
}

/** Below this width the side panel lies over the page, as in the style; it then waits to be asked for. */
const NARROW = '(width < 78rem)'

type OpenArticleProps = WritingScreenProps & {
  session: Session
  reload: () => void
  tab: InspectorTab
  onTab: (tab: InspectorTab) => void
  onLook: (isLooking: boolean) => void
}

/** An article that is open, with all that is done to it. */
export function OpenArticle({
  session,
  reload,
  tab,
  onTab,
  onLook,
  id,
  blockId,
  onBack,
  onPutAway,
  onExport,
  onOpen,
  renderReview,
  renderVersions,
  renderComparison,
}: OpenArticleProps) {
  const { t, dir } = useLocale()
  const actor = useActor()
  const { opened, editor, status, feed, current, save: saveAll } = session
  const [initial] = useState(editor.children)
  const metadata = useValue(session.metadata)
  const state = useValue(session.state)
  const detailsVersion = useValue(session.detailsVersion)
  useEffect(() => session.setActor(actor), [session, actor])
  const [hasInspector, setInspector] = useRemembered('midad.inspector', !matchMedia(NARROW).matches)
  const [isHeld, setHeld] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { versions, comparing, restored, forget } = useVersions(session, onLook)
  const [asking, setAsking] = useState<Asking | null>(null)
  const [finding, setFinding] = useState<'find' | 'replace' | null>(null)
  const [keeping, setKeeping] = useState<Keeping | null>(null)
  const { settings, change } = useSettings()
  const { view } = settings
  useView(editor, view)
  useEffect(() => setTypingRules(editor, settings.typing), [editor, settings.typing])
  const find = useCallback((withReplace: boolean) => setFinding(withReplace ? 'replace' : 'find'), [])
  const print = useCallback(() => window.print(), [])
  const putAway = useCallback(async () => {
    setHeld(true)
    if (!(await saveAll())) setRefusal(t('bin.unsaved'))
    else if (await onPutAway({ id, headline: headText(current(), 'headline').trim() })) return onBack()
    setHeld(false)
  }, [saveAll, onPutAway, onBack, id, current, t])
  const { commands, inserts } = useCommands(editor, {
    find,
    keep: setKeeping,
    print,
    putAway: useCallback(() => void putAway(), [putAway]),
    versions: () => {
      onTab('versions')
      setInspector(true)
      // In focus mode there is no panel.
      if (view.focus) void change({ view: { ...view, focus: false } }).catch(() => {})
    },
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    // What lies under the comparison is out of reach.
    if (comparing !== null) return
    const pressed = commands.find(({ keys }) => keys !== undefined && isPressed(keys, event, isMac))
    if (pressed === undefined || event.defaultPrevented) return
    event.preventDefault()
    pressed.run()
  }
  const readOnly = !opened.editable
  useEffect(() => beginAt(editor, blockId, readOnly), [editor, blockId, readOnly])
  const save = (): void => void saveAll()
  const onceSaved = async (work: () => Promise<unknown>): Promise<boolean> => {
    setHeld(true)
    try {
      if (await saveAll()) {
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
    <Slate editor={editor} initialValue={initial} onChange={session.onEditorChange}>
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
          <StateLabel state={state} />
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
              void saveAll().then((isSaved) => {
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
        <div className="writing-page" onBlur={save} inert={comparing !== null}>
          <div className="writing-notices">
            <p className="proof-line">
              <span>
                {t('writing.proof')} · {metadata.slug || t('common.midad')}
              </span>
              <span>{t(`common.state-${state}`)}</span>
            </p>
            {refusal === null ? null : <Banner tone="attention">{refusal}</Banner>}
            {restored === null ? null : <RestoredNotice step={restored} onClose={forget} />}
            <Notices session={session} onOpen={onOpen} />
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
        {comparing === null ? null : (
          <VersionsSlot feed={feed} metadata={metadata} current={current}>
            {(now) => renderComparison(versions, now)}
          </VersionsSlot>
        )}
        {hasInspector && !view.focus ? (
          <Inspector
            tab={tab}
            onTab={onTab}
            versions={renderVersions(versions)}
            text={<TextPanel feed={feed} current={current} />}
            details={
              <DetailsPanel
                key={detailsVersion}
                metadata={metadata}
                onChange={session.setMetadata}
                readOnly={readOnly}
              />
            }
            review={renderReview({ id, state, onceSaved, reload })}
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
