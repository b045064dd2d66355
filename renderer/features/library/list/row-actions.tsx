import { CopyPlus, Mail, MailOpen, Trash2 } from 'lucide-react'
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

/** A selected article, as its row was. */
export type ChosenArticle = Named & { assignment: Row['assignment'] }

/** @returns what is kept of a row that is selected. */
export function chosenOf(row: Row): ChosenArticle {
  return { ...named(row), assignment: row.assignment }
}

/** What the buttons of a row do. */
export type RowActions = {
  onPutAway: (row: Row) => void
  onDuplicate: (row: Row) => void
  onRead: (row: Row, isRead: boolean) => void
}

/** Marks the row's article as read or unread, duplicates it, or moves it into the bin. They are visible while the row is hovered or focused. */
export function RowButtons({ row, actions }: { row: Row; actions: RowActions }) {
  const t = useT()
  const headline = named(row).headline || t('common.untitled')
  return (
    // Reached by the arrow keys; Tab skips the rows.
    <span className="row-action">
      <IconButton
        label={t(row.isUnread ? 'desk.mark-read' : 'desk.mark-unread', { headline })}
        icon={row.isUnread ? <MailOpen aria-hidden size={16} /> : <Mail aria-hidden size={16} />}
        onPress={() => actions.onRead(row, row.isUnread)}
        isTabStop={false}
      />
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
