import { useMemo, useSyncExternalStore } from 'react'
import { MessageSquarePlus } from 'lucide-react'
import { actionOf } from '#renderer/editor/actions/actions.ts'
import { CardColumn } from '#renderer/editor/cards/card-column.tsx'
import { keysLabel } from '#renderer/editor/keys/keys.ts'
import type { ChangeDesk } from '#renderer/editor/proposals/item.ts'
import { FILTERS, type Comments } from '#renderer/editor/threads/comments.ts'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { ChangesBar } from '../changes/changes-bar.tsx'
import { useChangeCards } from '../changes/use-change-cards.tsx'
import { useCommentCards } from './use-comment-cards.tsx'
import './comments.css'

/** The comments and proposals beside the page, each at the height of its words. */
export function CommentsView({ comments, changes }: { comments: Comments; changes: ChangeDesk }) {
  const t = useT()
  const threads = useCommentCards(comments)
  const changeCards = useChangeCards(changes, comments.articleId, comments.people)
  const cards = useMemo(() => [...changeCards, ...threads], [changeCards, threads])
  const { filter, setFilter, pauses, choice } = comments
  const pause = useSyncExternalStore(pauses.subscribe, pauses.get)
  const [keys] = actionOf('comment').keys ?? []
  const hint = keys === undefined ? '' : keysLabel(keys)
  return (
    <div className="comments">
      <div className="comments-bar">
        <select
          className="field-input"
          aria-label={t('comments.filter')}
          value={filter}
          onChange={(event) => setFilter(FILTERS.find((each) => each === event.target.value) ?? 'open')}
        >
          {FILTERS.map((each) => (
            <option key={each} value={each}>
              {t(`comments.filter-${each}`)}
            </option>
          ))}
        </select>
        <IconButton
          keepsFocus
          label={`${t('comments.comment')} (${hint})`}
          icon={<MessageSquarePlus aria-hidden size={18} />}
          onPress={comments.start}
        />
      </div>
      {comments.damaged === 0 ? null : (
        <p role="alert" className="comments-note">
          {t('comments.damaged', { count: comments.damaged })}
        </p>
      )}
      <ErrorText error={comments.error} />
      <ChangesBar changes={changes} />
      {cards.length > 0 ? null : (
        <p className="comments-note">
          {t(comments.isReading ? 'comments.loading' : `comments.none-${filter}`, { keys: hint })}
        </p>
      )}
      <CardColumn label={t('proposals.column')} cards={cards} choice={choice} pause={pause} />
    </div>
  )
}
