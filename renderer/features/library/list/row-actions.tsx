import { CopyPlus, Trash2 } from 'lucide-react'
import { knownBy } from '#core/article/opening.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import type { Row } from '../question.ts'

/** An article with the words that a person knows it by; empty for one without any. */
export type Named = { id: string; headline: string }

/** @returns an article by its headline, or else by its first words. */
export function named({ id, headline, opening }: Pick<Row, 'id' | 'headline' | 'opening'>): Named {
  return { id, headline: knownBy({ headline, opening }) }
}

/** What the buttons of a row do. */
export type RowActions = { onPutAway: (row: Row) => void; onDuplicate: (row: Row) => void }

/** Duplicates the row's article, or moves it into the bin. They are visible while the row is hovered or focused. */
export function RowButtons({ row, actions }: { row: Row; actions: RowActions }) {
  const t = useT()
  const headline = named(row).headline || t('common.untitled')
  return (
    // Reached by the arrow keys; Tab skips the rows.
    <span className="row-action">
      <IconButton
        label={t('library.duplicate-named', { headline })}
        icon={<CopyPlus aria-hidden size={16} />}
        onPress={() => actions.onDuplicate(row)}
        isTabStop={false}
      />
      <IconButton
        label={t('bin.put-named', { headline })}
        icon={<Trash2 aria-hidden size={16} />}
        onPress={() => actions.onPutAway(row)}
        isTabStop={false}
      />
    </span>
  )
}
