import { useDeferredValue, useState } from 'react'
import { FilePen, FileSearch } from 'lucide-react'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { ArticleList } from './article-list.tsx'
import { SearchBox } from './search-box.tsx'
import { STATE_GROUPS, StateFilter } from './state-filter.tsx'
import { useLibrary } from './use-library.ts'
import { WhoBanner } from './who-banner.tsx'
import './library.css'

const PAGE = 100
/** As many as one listing may have. */
const MOST = 500

type LibraryScreenProps = {
  onOpen: (id: string) => void
  onImport: () => void
  onNew: () => void
  onPutAway: (row: { id: string; headline: string }) => void
}

/** All articles of the store: the newest first, found by their words, or by their state. */
export function LibraryScreen({ onOpen, onImport, onNew, onPutAway }: LibraryScreenProps) {
  const t = useT()
  const [search, setSearch] = useState('')
  const [group, setGroup] = useState('all')
  const [limit, setLimit] = useState(PAGE)
  const { listing, error, reload } = useLibrary(useDeferredValue(search), STATE_GROUPS[group]?.states ?? [], limit)
  const isEmpty = listing !== null && listing.total === 0 && search.trim() === '' && group === 'all'
  return (
    <div className="library">
      <header className="library-head">
        <h1 className="screen-title">{t('library.title')}</h1>
      </header>
      {isEmpty ? null : (
        <>
          <SearchBox value={search} onChange={setSearch} />
          <StateFilter group={group} counts={listing?.counts ?? {}} onChange={setGroup} />
        </>
      )}
      <WhoBanner />
      {error === null ? null : (
        <div className="library-failed">
          <ErrorText error={error} />
          <Button onPress={reload}>{t('common.retry')}</Button>
        </div>
      )}
      {listing === null && error === null ? <Progress label={t('common.loading')} /> : null}
      {isEmpty ? (
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
      {listing !== null && listing.total === 0 && !isEmpty ? (
        <EmptyState
          icon={<FileSearch aria-hidden size={32} />}
          title={t('library.none-title')}
          actions={
            <Button
              onPress={() => {
                setSearch('')
                setGroup('all')
              }}
            >
              {t('library.show-all')}
            </Button>
          }
        >
          <p>{t('library.none-text')}</p>
        </EmptyState>
      ) : null}
      {listing === null || listing.total === 0 ? null : (
        <ArticleList rows={listing.rows} onOpen={onOpen} onPutAway={onPutAway} />
      )}
      <p className="visually-hidden" role="status">
        {listing === null ? '' : t('library.found', { count: listing.total })}
      </p>
      {listing !== null && listing.rows.length < listing.total ? (
        <div className="library-more">
          {limit < MOST ? (
            <Button onPress={() => setLimit(Math.min(MOST, limit + PAGE))}>{t('library.more')}</Button>
          ) : (
            <p>{t('library.too-many')}</p>
          )}
        </div>
      ) : null}
    </div>
  )
}
