import { MessageSquareText, PencilLine, TriangleAlert } from 'lucide-react'
import { Button } from 'react-aria-components'
import { houseSpelling } from '#core/article/sections.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'
import { ExactTime } from '#renderer/ui/exact-time.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { RelativeTime } from '#renderer/ui/relative-time.tsx'
import { RowHeadline } from '#renderer/ui/row-headline.tsx'
import { StandingFacts } from '#renderer/ui/standing-facts.tsx'
import { StateLabel } from '#renderer/ui/state-label.tsx'
import { RowAssignment, RowClocks } from './row-desk.tsx'
import { RowButtons, type RowActions } from './row-actions.tsx'
import { Thumbnail } from './thumbnail.tsx'
import type { Row } from '../question.ts'
import type { Excerpt } from './use-excerpts.ts'

type ArticleRowProps = {
  row: Row
  /** Where the search matched; null until it is loaded. */
  excerpt: Excerpt | null
  /** Whether to reserve a line for the excerpt, so that nothing moves when it is loaded. */
  isSearched: boolean
  /** Whether the list is sorted by the time of creation, which each row then shows. */
  isByCreation: boolean
  onStore: () => void
  actions: RowActions
}

/** The content of an article's row in the library. */
export function ArticleRow({ row, excerpt, isSearched, isByCreation, onStore, actions }: ArticleRowProps) {
  const t = useT()
  const { settings } = useSettings()
  const shown = excerpt?.headline ?? [{ text: row.headline, isHit: false }]
  const isUntitled = row.headline === ''
  // An untitled draft is known by its first words and by when it was begun.
  const line = row.deck === '' && isUntitled ? row.opening : row.deck
  return (
    <div className="article-body">
      <div className="article-words">
        <div className="row-top" data-unread={row.isUnread}>
          {row.isUnread ? <span aria-hidden className="unread-dot" /> : null}
          <RowHeadline headline={row.headline}>
            <Marked stretches={shown} />
          </RowHeadline>
        </div>
        {line === '' && !isSearched ? null : (
          <div className="row-line" dir="rtl">
            {excerpt === null || excerpt.text.length === 0 ? line : <Found excerpt={excerpt} />}
          </div>
        )}
        <RowAssignment row={row} />
        <RowClocks row={row} />
        {row.isDamaged ? <Damaged onStore={onStore} /> : null}
        <div className="article-facts">
          {row.isUnread ? <strong className="article-unread">{t('desk.unread')}</strong> : null}
          <StateLabel state={row.state} isLive={row.standing.isLive} />
          <StandingFacts state={row.state} standing={row.standing} isEmbargoTold />
          <OpenReview row={row} />
          {row.urgency === 1 ? <strong className="article-urgent">{t('library.urgent')}</strong> : null}
          <span>{row.author}</span>
          {row.section === '' ? null : <span>{houseSpelling(settings.sections, row.section)}</span>}
          <span>{t('common.words', { count: row.words })}</span>
          {isUntitled || isByCreation ? (
            <span>
              {t('library.created-at')} <ExactTime at={row.createdAt} />
            </span>
          ) : null}
          <RelativeTime at={row.updatedAt} />
          {/* A damaged article is recovered, not deleted. */}
          {row.isDamaged ? null : <RowButtons row={row} actions={actions} />}
        </div>
      </div>
      {row.picture === '' ? null : <Thumbnail hash={row.picture} />}
    </div>
  )
}

/** How many threads and proposals are open. */
function OpenReview({ row: { openThreads, openProposals } }: Pick<ArticleRowProps, 'row'>) {
  const t = useT()
  return (
    <>
      {openThreads === 0 ? null : (
        <span className="article-open">
          <MessageSquareText aria-hidden size={14} />
          {t('review.open-threads', { count: openThreads })}
        </span>
      )}
      {openProposals === 0 ? null : (
        <span className="article-open">
          <PencilLine aria-hidden size={14} />
          {t('review.open-proposals', { count: openProposals })}
        </span>
      )}
    </>
  )
}

function Found({ excerpt: { text, place } }: { excerpt: Excerpt }) {
  const t = useT()
  return (
    <>
      {place === 'text' ? null : <span className="article-place">{t(`library.found-${place}`)}</span>}
      <Marked stretches={text} />
    </>
  )
}

function Marked({ stretches }: { stretches: Excerpt['text'] }) {
  return stretches.map(({ text, isHit }, place) =>
    // A part has no id, and all parts change together.
    // oxlint-disable-next-line react/no-array-index-key
    isHit ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
  )
}

/** The row of a damaged article: its metadata cannot be trusted, and the store screen recovers it. */
function Damaged({ onStore }: Pick<ArticleRowProps, 'onStore'>) {
  const t = useT()
  return (
    <p className="article-damaged">
      <TriangleAlert aria-hidden size={16} />
      <span>{t('library.damaged')}</span>
      <Button className="link-button" onPress={onStore} excludeFromTabOrder>
        {t('common.nav-store')}
      </Button>
    </p>
  )
}
