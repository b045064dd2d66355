import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { call, useConnection } from '#renderer/bridge/client.ts'
import { whenClosed } from '#renderer/bridge/open-article.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'
import { holdTyping } from '#renderer/editor/keys/hold-typing.ts'
import { Palette } from '#renderer/editor/menu/palette.tsx'
import { WindowCommandsProvider } from '#renderer/editor/menu/window-commands.tsx'
import type { ImportMerge } from '#renderer/features/importing/import-screen.tsx'
import { FirstStart } from '#renderer/features/first-start/first-start.tsx'
import { StoreNotice } from '#renderer/features/store/store-notice.tsx'
import { usePutAway } from '#renderer/features/bin/use-put-away.tsx'
import { ArrivalNotice } from '#renderer/features/arrivals/arrival-notice.tsx'
import { UnsavedNotice } from '#renderer/features/writing/unsaved-notice.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { errorWords } from '#renderer/ui/error-text.tsx'
import { LocaleProvider, useT } from '#renderer/ui/locale.tsx'
import { usePane } from '#renderer/ui/use-pane.ts'
import { DropWord } from './drop-word.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { go, parseRoute, useHash } from './routes.ts'
import { Screen } from './screen.tsx'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { Sidebar } from './sidebar.tsx'
import { useTheme } from './theme.ts'
import { useWindowCommands } from './use-window-commands.ts'
import { useWindowKeys, type Asked } from './window-keys.ts'
import './app.css'

const NARROW = '(width < 72rem)'

/** The whole window. */
export function App() {
  const { settings } = useSettings()
  useTheme(settings.theme)
  return (
    <LocaleProvider language={settings.language} digits={settings.digits}>
      {settings.name === '' ? <FirstStart /> : <Window />}
    </LocaleProvider>
  )
}

function Window() {
  const t = useT()
  const hash = useHash()
  const route = useMemo(() => parseRoute(hash), [hash])
  const main = useRef<HTMLElement>(null)
  const [failure, setFailure] = useState<{ place: string; error: unknown } | null>(null)
  const sidebar = usePane('midad.sidebar', NARROW)
  const isLost = useConnection() === 'lost'
  const place = 'id' in route ? `${route.screen} ${route.id}` : route.screen

  const putAway = usePutAway(place, 'library')

  useEffect(() => {
    document.title = t('common.midad')
    // The focus follows to the new screen, for screen readers and the keyboard. The editor takes the focus itself.
    if (!place.startsWith('article')) main.current?.focus()
  }, [place, t])

  const create = useCallback(
    (templateId?: string): void => {
      const release = holdTyping()
      call('articles.create', templateId === undefined ? {} : { templateId })
        .then(
          ({ id }) => go({ screen: 'article', id, blockId: null }),
          (error: unknown) => setFailure({ place, error }),
        )
        .finally(release)
    },
    [place],
  )
  const duplicate = useCallback(
    (id: string): void => {
      const release = holdTyping()
      whenClosed([id])
        .then(() => call('articles.duplicate', { id }))
        .then(
          (copy) => go({ screen: 'article', id: copy.id, blockId: null }),
          (error: unknown) => setFailure({ place, error }),
        )
        .finally(release)
    },
    [place],
  )
  const [incoming, setIncoming] = useState<readonly ImportMerge[]>([])
  const [asked, setAsked] = useState<Asked | null>(null)
  useWindowKeys(setAsked)
  const commands = useWindowCommands(
    useCallback(() => create(), [create]),
    useCallback(() => setAsked('shortcuts'), []),
  )
  return (
    <WindowCommandsProvider value={commands}>
      <DropWord />
      <div className="window" data-sidebar={sidebar.isOpen ? 'open' : 'folded'}>
        <a
          className="skip-link"
          href="#main"
          onClick={(event) => {
            event.preventDefault()
            main.current?.focus()
          }}
        >
          {t('common.skip')}
        </a>
        <Sidebar
          route={route}
          isFolded={!sidebar.isOpen}
          onNew={create}
          onFold={(isFolded) => sidebar.setOpen(!isFolded)}
        />
        <main ref={main} id="main" className="main" data-screen={route.screen} tabIndex={-1}>
          {/* An error is shown on the screen where it happened only. */}
          {failure?.place === place ? <Banner tone="danger">{errorWords(failure.error, t)}</Banner> : null}
          {isLost && route.screen !== 'article' ? (
            <Banner tone="attention">{t('common.connection-lost')}</Banner>
          ) : null}
          <UnsavedNotice onOpen={(id) => go({ screen: 'article', id, blockId: null })} />
          {/* Not above the editor, where it would move the line that is being written. */}
          <StoreNotice
            isShown={route.screen !== 'article' && route.screen !== 'store'}
            onOpen={() => go({ screen: 'store', begin: null })}
          />
          <ErrorBoundary key={place} fallback={<Crashed />}>
            <Screen
              {...{ route, incoming, onIncoming: setIncoming }}
              onNew={() => create()}
              onDuplicate={duplicate}
              onPutAway={putAway.put}
            />
          </ErrorBoundary>
        </main>
        <div className="notices">
          <ArrivalNotice
            shown={'id' in route ? route.id : null}
            onOpen={(id) => go({ screen: 'article', id, blockId: null })}
            onWaiting={() => go({ screen: 'library', queue: 'waiting' })}
          />
          {putAway.notice}
        </div>
      </div>
      {asked === 'palette' ? <Palette commands={[]} onClose={() => setAsked(null)} /> : null}
      {asked === 'shortcuts' ? <ShortcutsDialog onClose={() => setAsked(null)} /> : null}
    </WindowCommandsProvider>
  )
}

function Crashed() {
  const t = useT()
  return (
    <EmptyState
      icon={null}
      title={t('common.crashed')}
      actions={
        <Button variant="primary" onPress={() => location.reload()}>
          {t('common.reload')}
        </Button>
      }
    >
      <p>{t('common.crashed-text')}</p>
    </EmptyState>
  )
}
