import { useMemo } from 'react'
import { useSlateStatic } from 'slate-react'
import type { Editor } from 'slate'
import type { Anchor } from '#core/review/anchor.ts'
import type { ThreadPlace } from '#core/review/place.ts'
import type { Translate } from '#core/locale/translate.ts'
import { useActor } from '#renderer/bridge/settings.tsx'
import type { Card } from '#renderer/editor/cards/card-column.tsx'
import { NEW_CARD, type Comments } from '#renderer/editor/threads/comments.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { NewComment } from './new-comment.tsx'
import { blockName } from './thread-about.tsx'
import { ThreadCard } from './thread-card.tsx'

/** How much of a quote names a card. */
const NAMED = 60

function cardLabel(editor: Editor, anchor: Anchor, by: string, t: Translate): string {
  if (anchor.on === 'words') return t('comments.card-words', { by, quote: anchor.quote.slice(0, NAMED) })
  const block = anchor.on === 'block' ? blockName(editor, anchor.block, t) : ''
  return block === '' ? t('comments.card-article', { by }) : t('comments.card-block', { by, block })
}

/** @returns the block at which a thread stands while nothing in the text bears its key */
function blockOf(place: ThreadPlace | null, anchor: Anchor): string | null {
  if (place === null) return anchor.on === 'article' ? null : anchor.on === 'block' ? anchor.block : anchor.start.block
  return place.on === 'block' ? place.block : null
}

/**
 * @returns a card for each thread that is shown, and for the comment that is being written. They are the same until something
 *   of them changes, and are not rendered again while somebody writes.
 */
export function useCommentCards(comments: Comments): readonly Card[] {
  const t = useT()
  const editor = useSlateStatic()
  const { name } = useActor()
  const { shown, draft } = comments
  // A block can become one of another kind.
  const names = [...shown.map(({ anchor }) => anchor), draft]
    .map((anchor) => (anchor?.on === 'block' ? blockName(editor, anchor.block, t) : ''))
    .join(' ')
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => cardsOf(comments, editor, name, t), [comments, editor, name, t, names])
}

function cardsOf(comments: Comments, editor: Editor, name: string, t: Translate): Card[] {
  const { draft } = comments
  const threads = comments.shown.map((thread): Card => {
    const { id, anchor, messages } = thread
    return {
      key: id,
      block: blockOf(comments.placeOf(id), anchor),
      label: cardLabel(editor, anchor, messages[0]?.by ?? '', t),
      render: (isChosen) => <ThreadCard {...{ thread, comments, isChosen }} />,
    }
  })
  if (draft === null) return threads
  return [
    ...threads,
    {
      key: NEW_CARD,
      block: blockOf(comments.placeOf(NEW_CARD), draft),
      label: cardLabel(editor, draft, name, t),
      render: () => <NewComment anchor={draft} comments={comments} />,
    },
  ]
}
