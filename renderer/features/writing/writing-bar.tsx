import { ArrowRight, PanelLeft } from 'lucide-react'
import { useSettings } from '#renderer/bridge/settings.tsx'
import { useStanding } from '#renderer/bridge/use-standing.ts'
import type { Asking } from '#renderer/editor/actions/action.ts'
import { BlockToolbar } from '#renderer/editor/block-toolbar.tsx'
import type { Command } from '#renderer/editor/menu/command.ts'
import { Button } from '#renderer/ui/button.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useLocale } from '#renderer/ui/locale.tsx'
import { StateLabel } from '#renderer/ui/state-label.tsx'
import type { WritingMode } from './mode.ts'
import { MoreMenu } from './more-menu.tsx'
import { ModeSwitch } from './proposals/mode-switch.tsx'
import { SaveStatusWord } from './save-status.tsx'
import type { Session } from './session.ts'
import type { SetView } from './use-view.ts'
import { useValue } from './value-feed.ts'
import { ViewMenu } from './view-menu.tsx'
import { WordCount } from './word-count.tsx'

type WritingBarProps = {
  session: Session
  commands: readonly Command[]
  hasInspector: boolean
  onInspector: (isOpen: boolean) => void
  onAsk: (asking: Asking) => void
  onBack: () => void
  /** Opens the export, once all is saved. */
  onExport: () => void
  /** How often a person asked to save, and all was saved. */
  told: number
  setView: SetView
  /** Whether the article itself can be written. */
  canEdit: boolean
  /** Null where nothing can be proposed. */
  onMode: ((mode: WritingMode) => void) | null
}

/** The bar above the page: state, save status, tools and menus. */
export function WritingBar({
  session,
  commands,
  hasInspector,
  onInspector,
  onAsk,
  onBack,
  onExport,
  told,
  setView,
  canEdit,
  onMode,
}: WritingBarProps) {
  const { t, dir } = useLocale()
  const { view } = useSettings().settings
  const { opened, status, mode, articleFeed, article } = session
  const state = useValue(session.state)
  const standing = useStanding(opened.article.id)
  const readOnly = !opened.editable
  return (
    <header className="writing-bar">
      <IconButton
        label={t('writing.back')}
        icon={<ArrowRight aria-hidden size={18} style={dir === 'rtl' ? {} : { transform: 'scaleX(-1)' }} />}
        onPress={onBack}
      />
      <StateLabel state={state} isLive={standing.isLive} />
      {readOnly ? null : <SaveStatusWord feed={status} told={told} />}
      <div className="writing-tools">{readOnly || view.focus ? null : <BlockToolbar ask={onAsk} />}</div>
      {onMode === null ? null : <ModeSwitch {...{ mode, canEdit, onMode }} />}
      <WordCount feed={articleFeed} current={article} goal={session.goal} />
      {view.focus ? (
        <Button onPress={() => setView((now) => ({ ...now, focus: false }))}>{t('writing.focusLeave')}</Button>
      ) : null}
      <ViewMenu setView={setView} />
      {view.focus ? null : (
        <>
          <MoreMenu commands={commands} />
          <Button onPress={onExport}>{t('writing.export')}</Button>
          <IconButton
            label={t(hasInspector ? 'writing.hideInspector' : 'writing.showInspector')}
            icon={<PanelLeft aria-hidden size={18} style={dir === 'rtl' ? {} : { transform: 'scaleX(-1)' }} />}
            isPressed={hasInspector}
            keepsFocus
            onPress={() => onInspector(!hasInspector)}
          />
        </>
      )}
    </header>
  )
}
