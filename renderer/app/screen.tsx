import { useState } from 'react'
import { BinScreen } from '#renderer/features/bin/bin-screen.tsx'
import type { Discarded } from '#renderer/features/bin/use-put-away.tsx'
import { Comparison } from '#renderer/features/history/comparison.tsx'
import { MergePage } from '#renderer/features/history/merging/merge-page.tsx'
import { VersionsPanel } from '#renderer/features/history/versions-panel.tsx'
import { VersionsScreen } from '#renderer/features/history/versions-screen.tsx'
import { DestinationsScreen } from '#renderer/features/deliver/destinations-screen.tsx'
import { OutboxScreen } from '#renderer/features/deliver/outbox-screen.tsx'
import { SendPanel } from '#renderer/features/deliver/send-panel.tsx'
import { BoxScreen } from '#renderer/features/handover/box-screen.tsx'
import { TakeHandover } from '#renderer/features/handover/take-handover.tsx'
import { HandOverDialog } from '#renderer/features/handover/hand-over-dialog.tsx'
import { ImportScreen, type ImportMerge } from '#renderer/features/importing/import-screen.tsx'
import { LibraryScreen } from '#renderer/features/library/library-screen.tsx'
import { ExportManyDialog } from '#renderer/features/publish/export-many-dialog.tsx'
import { PublishScreen } from '#renderer/features/publish/publish-screen.tsx'
import { VerifyScreen } from '#renderer/features/publish/verify-screen.tsx'
import { AssignDialog } from '#renderer/features/review/assigning/assign-dialog.tsx'
import { ReviewPanel } from '#renderer/features/review/review-panel.tsx'
import { SettingsScreen } from '#renderer/features/settings/settings-screen.tsx'
import { StoreScreen } from '#renderer/features/store/store-screen.tsx'
import { WritingScreen } from '#renderer/features/writing/writing-screen.tsx'
import { formatRoute, go, type Route } from './routes.ts'

type ScreenProps = {
  route: Route
  onNew: () => void
  /** Makes a copy of an article and opens it. */
  onDuplicate: (id: string) => void
  /** Moves an article into the bin. @returns whether it was moved. */
  onPutAway: (article: Discarded) => Promise<boolean>
  /** What the import screen leaves to the writing screen, to merge it there. */
  incoming: readonly ImportMerge[]
  onIncoming: (incoming: readonly ImportMerge[]) => void
}

/** Shows the screen of a route, and what lies over it. */
export function Screen(props: ScreenProps) {
  const [handing, setHanding] = useState<string | null>(null)
  return (
    <>
      <OneScreen {...props} onHandOver={setHanding} />
      {handing === null ? null : <HandOverDialog id={handing} onClose={() => setHanding(null)} />}
    </>
  )
}

/** Features do not import one another, so they are connected here. */
function OneScreen({
  route,
  onNew,
  onDuplicate,
  onPutAway,
  incoming,
  onIncoming,
  onHandOver,
}: ScreenProps & { onHandOver: (id: string) => void }) {
  const openArticle = (id: string, blockId: string | null = null): void => go({ screen: 'article', id, blockId })
  /** Opens the article into which the first of these is merged. */
  const mergeNext = (merges: readonly ImportMerge[]): void => {
    onIncoming(merges)
    const [next] = merges
    if (next !== undefined) openArticle(next.id)
  }
  switch (route.screen) {
    case 'library':
      return (
        <LibraryScreen
          queue={route.queue ?? null}
          hrefOf={(queue) => formatRoute({ screen: 'library', queue })}
          onOpen={openArticle}
          onImport={() => go({ screen: 'import' })}
          onNew={onNew}
          onStore={() => go({ screen: 'store', begin: null })}
          onPutAway={(article) => void onPutAway(article)}
          onDuplicate={onDuplicate}
          onDestinations={() => go({ screen: 'destinations' })}
          renderAssign={(count, initial, onApply, onClose) => (
            <AssignDialog {...{ count, initial, onApply, onClose }} />
          )}
          renderExport={(articles, onClose) => <ExportManyDialog articles={articles} onClose={onClose} />}
        />
      )
    case 'import':
      return (
        <ImportScreen
          onAccepted={openArticle}
          onSeveral={() => go({ screen: 'library' })}
          onMerge={mergeNext}
          renderHandover={(handed) => <TakeHandover {...handed} onOpen={openArticle} />}
        />
      )
    case 'handovers':
      return <BoxScreen onOpen={openArticle} />
    case 'verify':
      return <VerifyScreen />
    case 'bin':
      return <BinScreen onOpen={openArticle} />
    case 'outbox':
      return <OutboxScreen onOpen={openArticle} onDestinations={() => go({ screen: 'destinations' })} />
    case 'destinations':
      return <DestinationsScreen />
    case 'settings':
      return <SettingsScreen section={route.section} onSection={(section) => go({ screen: 'settings', section })} />
    case 'store':
      return (
        <StoreScreen
          key={route.begin ?? 'look'}
          begin={route.begin}
          onVersions={(id) => go({ screen: 'versions', id })}
        />
      )
    case 'publish':
      return (
        <PublishScreen
          id={route.id}
          onBack={() => openArticle(route.id)}
          onOpenBlock={(blockId) => openArticle(route.id, blockId)}
          renderSending={(state) => (
            <SendPanel id={route.id} state={state} onDestinations={() => go({ screen: 'destinations' })} />
          )}
        />
      )
    case 'versions':
      return (
        <VersionsScreen id={route.id} onOpen={() => openArticle(route.id)} onBack={() => go({ screen: 'library' })} />
      )
    case 'article':
      return (
        <WritingScreen
          key={route.id}
          id={route.id}
          blockId={route.blockId}
          onBack={() => go({ screen: 'library' })}
          onOpen={openArticle}
          onPutAway={onPutAway}
          onDuplicate={onDuplicate}
          onExport={() => go({ screen: 'publish', id: route.id })}
          onHandOver={() => onHandOver(route.id)}
          onVersions={() => go({ screen: 'versions', id: route.id })}
          renderVersions={({ id, comparing, onCompare, showSince }) => (
            <VersionsPanel {...{ id, comparing, onCompare, showSince }} />
          )}
          renderComparison={({ id, comparing, onCompare, restore, undo }, now, merge) =>
            comparing === null ? null : (
              <Comparison
                id={id}
                comparing={comparing}
                now={now}
                onCompare={onCompare}
                restore={restore}
                merge={merge}
                undo={restore === null ? null : undo}
              />
            )
          }
          other={incoming[0]?.id === route.id ? incoming[0] : null}
          onOtherDone={() => mergeNext(incoming.slice(1))}
          renderMerge={(merge) => <MergePage {...merge} />}
          renderReview={({ id, state, onceSaved, reload, comments, changes }) => (
            <ReviewPanel {...{ id, state, onceSaved, comments, changes }} onMoved={reload} />
          )}
        />
      )
  }
}
