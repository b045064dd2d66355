import type { ReactNode } from 'react'
import { CalendarClock, CircleCheck, FilePen, Inbox, RefreshCw, Undo2, type LucideIcon } from 'lucide-react'
import type { OwnQueue } from '#core/review/queues.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useT } from '#renderer/ui/locale.tsx'

const ICONS: Readonly<Record<OwnQueue, LucideIcon>> = {
  mine: FilePen,
  waiting: CircleCheck,
  submitted: Inbox,
  returned: Undo2,
  scheduled: CalendarClock,
  unsent: RefreshCw,
}

/** Says what comes into an empty queue. @param actions what else can be done */
export function QueueEmpty({ queue, actions }: { queue: OwnQueue; actions: ReactNode }) {
  const t = useT()
  const Icon = ICONS[queue]
  return (
    <EmptyState icon={<Icon aria-hidden size={32} />} title={t(`desk.empty-${queue}`)} actions={actions}>
      <p>{t(`desk.empty-${queue}-text`)}</p>
    </EmptyState>
  )
}
