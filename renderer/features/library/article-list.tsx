import { GridList, GridListItem } from 'react-aria-components'
import type { CallOutput } from '#core/contract/contract.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { RelativeTime } from '#renderer/ui/relative-time.tsx'
import { StateLabel } from '#renderer/ui/state-label.tsx'

type Row = CallOutput<'articles.list'>['rows'][number]

/** The articles as rows: arrows move, Enter opens. */
export function ArticleList({ rows, onOpen }: { rows: readonly Row[]; onOpen: (id: string) => void }) {
  const t = useT()
  return (
    <GridList
      aria-label={t('library.list')}
      className="article-list"
      items={rows}
      selectionMode="none"
      onAction={(key) => onOpen(String(key))}
    >
      {(row) => <ArticleRow row={row} />}
    </GridList>
  )
}

function ArticleRow({ row }: { row: Row }) {
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
      </div>
    </GridListItem>
  )
}
