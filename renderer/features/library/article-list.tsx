import { GridList, GridListItem } from 'react-aria-components'
import type { CallOutput } from '#core/contract/contract.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { RelativeTime } from '#renderer/ui/relative-time.tsx'
import { StateLabel } from '#renderer/ui/state-label.tsx'
import { deletedRow, PutAwayButton, type Named } from './put-away-button.tsx'

type Row = CallOutput<'articles.list'>['rows'][number]

type ArticleListProps = { rows: readonly Row[]; onOpen: (id: string) => void; onPutAway: (row: Named) => void }

/** The articles as rows: arrows move, Enter opens, Delete puts into the bin. */
export function ArticleList({ rows, onOpen, onPutAway }: ArticleListProps) {
  const t = useT()
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the key of the rows within
    <div
      onKeyDown={(event) => {
        const row = deletedRow(event, rows)
        if (row !== null) onPutAway(row)
      }}
    >
      <GridList
        aria-label={t('library.list')}
        className="article-list"
        items={rows}
        selectionMode="none"
        onAction={(key) => onOpen(String(key))}
      >
        {(row) => <ArticleRow row={row} onPutAway={onPutAway} />}
      </GridList>
    </div>
  )
}

function ArticleRow({ row, onPutAway }: { row: Row; onPutAway: (row: Named) => void }) {
  const t = useT()
  const headline = row.headline || t('common.untitled')
  return (
    <GridListItem id={row.id} textValue={headline} className="article-row" data-testid="article-row">
      <div className="article-headline" dir="rtl" data-untitled={row.headline === ''}>
        {headline}
      </div>
      {row.deck === '' ? null : (
        <div className="article-deck" dir="rtl">
          {row.deck}
        </div>
      )}
      <div className="article-facts">
        <StateLabel state={row.state} />
        <span>{row.author}</span>
        {row.section === '' ? null : <span>{row.section}</span>}
        <span>{t('common.words', { count: row.words })}</span>
        <RelativeTime at={row.updatedAt} />
        <PutAwayButton row={row} onPutAway={onPutAway} />
      </div>
    </GridListItem>
  )
}
