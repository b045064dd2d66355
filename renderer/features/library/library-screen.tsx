import { useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { FilePen, FileSearch } from 'lucide-react'
import type { Queue } from '#core/review/queues.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { ArticleList } from './list/article-list.tsx'
import { LibraryHead } from './library-head.tsx'
import { isUnfiltered, EVERYTHING, questionKey, type Question } from './question.ts'
import { useOrder } from './use-order.ts'
import { named, type Named } from './list/row-actions.tsx'
import { ChosenBar, type RenderAssign } from './many/chosen-bar.tsx'
import { useMany } from './many/use-many.ts'
import { QueueBar } from './queues/queue-bar.tsx'
import { QueueEmpty } from './queues/queue-empty.tsx'
import { useQueues } from './queues/use-queues.ts'
import { placeOf, remembered } from './list/remembered.ts'
import { useChosen } from './list/use-chosen.ts'
import { useLibrary } from './list/use-library.ts'
import { setRead } from './list/set-read.ts'
import './library.css'

type LibraryScreenProps = {
  /** Null for the queue that was shown last. */
  queue: Queue | null
  /** @returns the address of the library with a queue. */
  hrefOf: (queue: Queue) => string
  onOpen: (id: string) => void
  onImport: () => void
  onNew: () => void
  /** Opens the store screen, where damaged articles are recovered. */
  onStore: () => void
  onPutAway: (row: Named) => void
  /** Makes a copy of an article and opens it. */
  onDuplicate: (id: string) => void
  onDestinations: () => void
  /** Renders the export of the selected articles. @param onClose gets the ids of those that were written. */
  renderExport: (articles: readonly Named[], onClose: (written: readonly string[]) => void) => ReactNode
  /** Renders the dialog that asks how articles are assigned. */
  renderAssign: RenderAssign
}

/** Lists the articles of a queue, or all, in the order that this person chose, with search and filters, and does things with several of them. */
export function LibraryScreen({
  onOpen,
  onImport,
  onNew,
  onStore,
  onPutAway,
  renderExport,
  renderAssign,
  queue: linked,
  hrefOf,
  ...on
}: LibraryScreenProps) {
  const t = useT()
  const [order, sort] = useOrder()
  const screen = useRef<HTMLDivElement>(null)
  const [kept, setQuestion] = useState(remembered.question)
  const queue = linked ?? kept.queue
  const question = useMemo(() => ({ ...kept, queue, order }), [kept, queue, order])
  const queues = useQueues()
  const { listing, error, setRange, reload, load } = useLibrary(useDeferredValue(question), remembered.listing)
  useEffect(() => {
    remembered.question = question
    remembered.listing = listing
  }, [question, listing])
  const choosing = useChosen()
  const many = useMany(choosing.drop)
  const [isExporting, setExporting] = useState(false)
  const { chosen } = choosing
  const ask = (next: Question): void => {
    setQuestion(next)
    if (next.order !== question.order) sort(next.order)
  }
  const isUnnarrowed = isUnfiltered(question)
  const isAll = isUnnarrowed && queue === 'all'
  const isNone = listing !== null && listing.total === 0
  const key = listing === null ? '' : questionKey(listing.question)
  return (
    <div ref={screen} className="library">
      <div className="library-head">
        <div className="library-column">
          {isNone && isAll ? (
            <div className="library-top">
              <h1 className="screen-title">{t('library.title')}</h1>
            </div>
          ) : (
            <LibraryHead
              question={question}
              counts={listing?.counts ?? {}}
              queues={<QueueBar queue={queue} counts={queues} hrefOf={hrefOf} />}
              onAsk={ask}
              onDown={() => screen.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus()}
            />
          )}
          {error === null ? null : (
            <div className="library-failed">
              <ErrorText error={error} />
              <Button onPress={reload}>{t('common.retry')}</Button>
            </div>
          )}
          {listing?.isMore === true ? <p className="library-note">{t('library.is-more')}</p> : null}
        </div>
      </div>
      {listing === null && error === null ? <Progress label={t('common.loading')} /> : null}
      {isNone && isAll ? (
        <EmptyState
          icon={<FilePen aria-hidden size={32} />}
          title={t('library.empty-title')}
          actions={
            <>
              <Button variant="primary" onPress={onNew}>
                {t('common.nav-new')}
              </Button>
              <Button onPress={onImport}>{t('common.nav-import')}</Button>
            </>
          }
        >
          <p>{t('library.empty-text')}</p>
        </EmptyState>
      ) : null}
      {isNone && isUnnarrowed && queue !== 'all' ? (
        <QueueEmpty
          queue={queue}
          actions={
            <a className="link-button" href={hrefOf('all')}>
              {t('library.show-all')}
            </a>
          }
        />
      ) : null}
      {isNone && !isUnnarrowed ? (
        <EmptyState
          icon={<FileSearch aria-hidden size={32} />}
          title={t('library.none-title')}
          actions={
            <Button onPress={() => setQuestion({ ...EVERYTHING, order: question.order, queue })}>
              {t('library.show-all')}
            </Button>
          }
        >
          <p>{t('library.none-text')}</p>
        </EmptyState>
      ) : null}
      {listing === null || isNone ? null : (
        <ArticleList
          key={key}
          listing={listing}
          place={placeOf(key)}
          onPlace={(place) => {
            remembered.place = { key, place }
          }}
          onRangeChange={setRange}
          onOpen={onOpen}
          onStore={onStore}
          actions={{
            onPutAway: (row) => {
              choosing.drop([row.id])
              onPutAway(named(row))
            },
            onDuplicate: ({ id }) => on.onDuplicate(id),
            onRead: ({ id }, isRead) => setRead([id], isRead),
          }}
          choosing={choosing}
          load={load}
        />
      )}
      {chosen.size === 0 && many.told === null && many.error === null ? null : (
        <ChosenBar
          chosen={[...chosen.values()]}
          many={many}
          onExport={() => setExporting(true)}
          onClear={() => {
            many.close()
            choosing.clear()
          }}
          onDuplicate={({ id }) => on.onDuplicate(id)}
          onDestinations={on.onDestinations}
          renderAssign={renderAssign}
        />
      )}
      {isExporting
        ? renderExport([...chosen.values()], (written) => {
            setExporting(false)
            choosing.drop(written)
          })
        : null}
      <p className="visually-hidden" role="status">
        {listing === null ? '' : t('library.found', { count: listing.total })}
      </p>
    </div>
  )
}
