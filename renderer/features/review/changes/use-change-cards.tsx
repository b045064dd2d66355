import { useMemo } from 'react'
import type { Card } from '#renderer/editor/cards/card-column.tsx'
import type { ChangeDesk, Item } from '#renderer/editor/proposals/item.ts'
import type { Translate } from '#core/locale/translate.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { ChangeCard } from './change-card.tsx'
import { whatWords } from './what-words.ts'

/** How much of the words names a card. */
const NAMED = 60

function cardLabel({ description, proposal }: Item, t: Translate): string {
  const words = (description.added.trim() === '' ? description.removed : description.added).slice(0, NAMED)
  const what = [...whatWords(description, t), ...(words.trim() === '' ? [] : [`«${words.trim()}»`])].join('، ')
  return t('proposals.card-label', { name: proposal.by, what })
}

/** @returns a card for each change that stands beside the text, the same until something of them changes */
export function useChangeCards(
  { items, ways }: ChangeDesk,
  articleId: string,
  people: readonly string[],
): readonly Card[] {
  const t = useT()
  return useMemo(
    () =>
      items.map((item) => ({
        key: item.key,
        block: item.description.block,
        label: cardLabel(item, t),
        render: (isChosen) => <ChangeCard {...{ item, ways, people, articleId, isChosen }} />,
      })),
    [items, ways, articleId, people, t],
  )
}
