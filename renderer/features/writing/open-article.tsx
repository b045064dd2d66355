import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Slate } from 'slate-react'
import { articleName } from '#core/article/opening.ts'
import { useActor, useSettings } from '#renderer/bridge/settings.tsx'
import type { Asking } from '#renderer/editor/actions/action.ts'
import { ArticleEditor } from '#renderer/editor/article-editor.tsx'
import { CommentBar } from '#renderer/editor/threads/comment-bar.tsx'
import { CommentedBlocks } from '#renderer/editor/threads/commented-blocks.tsx'
import type { Comments } from '#renderer/editor/threads/comments.ts'
import { holdTyping } from '#renderer/editor/keys/hold-typing.ts'
import { setTypingRules } from '#renderer/editor/with/with-typing.ts'
import { errorWords } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import type { Pane } from '#renderer/ui/use-pane.ts'
import { DetailsPanel } from './details-panel.tsx'
import { FindBar } from './find-bar.tsx'
import { Inspector, type InspectorTab } from './inspector.tsx'
import type { WritingMode } from './mode.ts'
import { PageNotices } from './page-notices.tsx'
import { ModeLine } from './proposals/mode-line.tsx'
import type { Point } from './proposals/since.ts'
import { useReviewedChanges } from './proposals/use-changes.ts'
import { SavePresetDialog, type Preset } from './save-preset-dialog.tsx'
import { runScreenKeys } from './screen-keys.ts'
import type { Session } from './session.ts'
import { TextPanel } from './text-panel.tsx'
import { useCommands } from './use-commands.ts'
import { useCommentCommands } from './use-comment-commands.ts'
import { useComments } from './use-comments.ts'
import { useKeysWithoutFocus } from './use-keys-without-focus.ts'
import { useLanding } from './use-landing.ts'
import { canMerge, useMerge } from './use-merge.ts'
import { usePanes } from './use-panes.ts'
import { useRememberedPlace } from './use-remembered-place.ts'
import { CurrentBlock, useView, viewStyle, type SetView } from './use-view.ts'
import { useVersions, type MergeVersion } from './use-versions.ts'
import { useValue } from './value-feed.ts'
import { VersionsSlot } from './versions-slot.tsx'
import { WritingBar } from './writing-bar.tsx'
import type { WritingScreenProps } from './writing-screen-props.ts'
import './writing.css'
import './print.css'

type OpenArticleProps = WritingScreenProps & {
  session: Session
  tab: InspectorTab
  onTab: (tab: InspectorTab) => void
  /** What the review tab shows, once somebody chose it, and a setter. */
  reviewView: readonly [Comments['view'] | null, Comments['setView']]
  /** Reopens the article after a step. */
  onStep: () => void
  /** The side panel: outside, because a step that reopens the article leaves it as it is. */
  inspector: Pane
  /** Whether it was reopened because a step of the review was taken. */
  isAfterStep: boolean
  onComparing: (isComparing: boolean) => void
  /** Goes on to write the article, or a proposal for it. */
  onMode: (mode: WritingMode) => void
  mayPropose: boolean
  /** Whether the article itself can be written. */
  canEdit: boolean
  /** Shows what changed since a point in the history. @param points that point and those after it, the oldest first */
  onSince: (points: readonly Point[]) => void
}

/** The writing screen of an open article: bar, page, dialogs and side panel. */
export function OpenArticle({
  session,
  tab,
  onTab,
  reviewView,
  onStep,
  inspector,
  isAfterStep,
  onComparing,
  onMode,
  mayPropose,
  canEdit,
  onSince,
  id,
  blockId,
  onBack,
  onPutAway,
  onDuplicate,
  onExport,
  onHandOver,
  onOpen,
  renderReview,
  renderVersions,
  renderComparison,
  other,
  onOtherDone,
  renderMerge,
}: OpenArticleProps) {
  const t = useT()
  const actor = useActor()
  const { opened, editor, feed, current, save: saveAll } = session
  const [initial] = useState(editor.children)
  const metadata = useValue(session.metadata)
  const state = useValue(session.state)
  const detailsVersion = useValue(session.detailsVersion)
  useEffect(() => session.setActor(actor), [session, actor])
  const [isLocked, setLocked] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { versions, comparing, restored, forget } = useVersions(session, onComparing)
  const { merging, mergeStored, mergeKept, merged, forget: forgetMerge } = useMerge(session, other, onOtherDone)
  const mergeVersion: MergeVersion = (version) => {
    versions.onCompare(null)
    mergeKept(version)
  }
  const isCovered = comparing !== null || merging !== null
  const [asking, setAsking] = useState<Asking | null>(null)
  const [preset, setPreset] = useState<Preset | null>(null)
  const { settings, change } = useSettings()
  const { view } = settings
  useView(editor, view)
  const setView = useCallback<SetView>(
    (next) =>
      void change((now) => ({ view: next(now.view) })).catch((error: unknown) => setRefusal(errorWords(error, t))),
    [change, t],
  )
  useEffect(() => setTypingRules(editor, settings.typing), [editor, settings.typing])
  const panes = usePanes({ editor, inspector, view, setView, onTab })
  const { finding, hasInspector, showTab } = panes
  const { comments, drawComments, blocks } = useComments(session, () => showTab('review'), reviewView)
  const {
    decorate,
    drawn,
    changes,
    commands: changeCommands,
  } = useReviewedChanges(session, comments.choice, () => {
    comments.setView('cards')
    showTab('review')
  })
  const marks = useMemo(() => [drawComments, decorate], [drawComments, decorate])
  const { first: firstCard, ...commentCommands } = useCommentCommands(editor, comments, () => showTab('review'))
  useLanding({
    ...{ session, comments, isFree: blockId === null && !isAfterStep },
    changes: { isRead: changes.isRead, open: changes.items.length },
    land: firstCard,
  })
  const showCard = (key: string): void => {
    comments.setView('cards')
    showTab('review')
    comments.choice.choose(key, 'card')
  }
  const hasCards = hasInspector && tab === 'review' && comments.view === 'cards'
  const ask = (what: Asking | null): void => (what === 'comment' ? comments.start() : setAsking(what))
  const [told, setTold] = useState(0)
  const exportSaved = (): void =>
    void saveAll().then((isSaved) => {
      if (isSaved) onExport()
    })
  const putAway = useCallback(async () => {
    setLocked(true)
    if (!(await saveAll())) setRefusal(t('bin.unsaved'))
    else if (await onPutAway({ id, headline: articleName(current()) })) return onBack()
    setLocked(false)
  }, [saveAll, onPutAway, onBack, id, current, t])
  const { commands, inserts } = useCommands(editor, setView, {
    save: () =>
      void saveAll().then((isSaved) => {
        if (isSaved) setTold((count) => count + 1)
      }),
    find: () => panes.find('find'),
    replace: () => panes.find('replace'),
    submit: () => {
      comments.setView('steps')
      showTab('review')
    },
    ...commentCommands,
    export: exportSaved,
    'hand-over': () =>
      void saveAll().then((isSaved) => {
        if (isSaved) onHandOver()
      }),
    details: () => showTab('details'),
    // Focus mode hides an open panel.
    panel: () => (hasInspector ? panes.showInspector(false) : showTab(tab)),
    print: () => window.print(),
    'save-template': () => setPreset('template'),
    'save-snippet': () => setPreset('snippet'),
    versions: () => showTab('versions'),
    'duplicate-article': () => {
      const release = holdTyping()
      const copying = saveAll().then((isSaved) => {
        if (isSaved) onDuplicate(id)
        else setRefusal(t('library.duplicate-unsaved'))
      })
      void copying.finally(release)
    },
    goal: () => showTab('text'),
    ...changeCommands,
    'toggle-mode': () => {
      if (mayPropose) onMode(session.mode === 'propose' ? 'edit' : 'propose')
    },
    'put-away': () => void putAway(),
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    // A comparison or a merge covers the page.
    if (isCovered || event.defaultPrevented) return
    runScreenKeys(editor, event, { readOnly, commands, closeWhatCovers: panes.closeWhatCovers, onAsk: ask })
  }
  const screen = useRef<HTMLDivElement>(null)
  useKeysWithoutFocus(screen)
  const readOnly = !opened.editable
  useRememberedPlace(editor, { id, blockId, readOnly, isAfterStep })
  const save = (): void => void saveAll()
  const onceSaved = async (work: () => Promise<unknown>): Promise<boolean> => {
    setLocked(true)
    try {
      if (await saveAll()) {
        await work()
        // Stays locked: the work reopens the article, perhaps read-only.
        return true
      }
    } catch (error) {
      setLocked(false)
      throw error
    }
    setLocked(false)
    return false
  }
  return (
    <Slate editor={editor} initialValue={initial} onChange={session.onEditorChange}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the shortcuts of the whole screen */}
      <div
        ref={screen}
        className="writing"
        data-focus={view.focus}
        data-digits={settings.digits}
        data-panel={hasInspector && merging === null ? 'open' : 'closed'}
        style={viewStyle(view)}
        onKeyDown={onKeyDown}
      >
        {merging === null ? (
          <WritingBar
            session={session}
            commands={commands}
            hasInspector={hasInspector}
            onInspector={panes.showInspector}
            onAsk={ask}
            onBack={onBack}
            onExport={exportSaved}
            told={told}
            setView={setView}
            canEdit={canEdit}
            onMode={mayPropose ? onMode : null}
          />
        ) : null}
        {merging === null ? (
          <ModeLine
            {...{ session, name: actor.name, hasChanges: changes.items.length > 0 }}
            onClose={() => onMode('edit')}
          />
        ) : null}
        <div
          className="writing-page"
          onBlur={save}
          inert={isCovered}
          // Where no text takes the focus, the page does, for its keys.
          {...(readOnly ? { tabIndex: -1 } : {})}
          data-read-only={readOnly || isLocked ? '' : undefined}
        >
          <PageNotices
            {...{ session, refusal, versions: { restored, forget } }}
            merge={{ mergeStored, merged, forget: forgetMerge }}
            hasOther={other !== null}
            onOpen={onOpen}
          />
          <ArticleEditor
            readOnly={readOnly || isLocked}
            marks={marks}
            changes={drawn}
            asking={asking}
            onAsk={ask}
            commands={commands}
            inserts={inserts}
          />
          <CommentedBlocks blocks={blocks} feed={feed} />
          {hasCards || view.focus ? null : <CommentBar onShow={showCard} />}
          {view.focus ? <CurrentBlock editor={editor} /> : null}
        </div>
        {finding === null || merging !== null ? null : (
          <FindBar feed={feed} withReplace={finding === 'replace'} readOnly={readOnly} onClose={panes.closeFind} />
        )}
        {preset === null ? null : (
          <SavePresetDialog preset={preset} current={current} onClose={() => setPreset(null)} />
        )}
        {comparing === null ? null : (
          <VersionsSlot feed={feed} metadata={metadata} current={current}>
            {(now) => renderComparison(versions, now, canMerge(session) ? mergeVersion : null)}
          </VersionsSlot>
        )}
        {merging === null ? null : renderMerge(merging)}
        {hasInspector && merging === null ? (
          <Inspector
            tab={tab}
            onTab={onTab}
            onClose={inspector.isNarrow ? panes.closePanel : null}
            versions={renderVersions({ ...versions, showSince: onSince })}
            text={<TextPanel session={session} isReadOnly={readOnly} />}
            details={
              <DetailsPanel
                key={detailsVersion}
                metadata={metadata}
                onChange={session.setMetadata}
                readOnly={readOnly}
              />
            }
            review={renderReview({ id, state, onceSaved, reload: onStep, comments, changes })}
          />
        ) : null}
      </div>
    </Slate>
  )
}
