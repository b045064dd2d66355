import { QUEUES, type Queue } from '#core/review/queues.ts'
import { useLocale } from '#renderer/ui/locale.tsx'
import type { QueueCounts } from './use-queues.ts'
import './queues.css'

type QueueBarProps = {
  queue: Queue
  /** Null until they were counted. */
  counts: QueueCounts | null
  /** @returns the address of the library with a queue. */
  hrefOf: (queue: Queue) => string
}

/** The queues of this person as links, each with the number of its articles. */
export function QueueBar({ queue, counts, hrefOf }: QueueBarProps) {
  const { t, tag } = useLocale()
  const number = new Intl.NumberFormat(tag)
  return (
    <div role="group" aria-label={t('desk.queues')} data-testid="queues">
      <ul className="queue-bar">
        {QUEUES.map((each) => (
          <li key={each}>
            <a
              href={hrefOf(each)}
              className="queue-link"
              aria-current={each === queue ? 'page' : undefined}
              data-queue={each}
              data-empty={counts?.[each] === 0}
            >
              {t(`desk.queue-${each}`)}{' '}
              <span className="queue-count">{counts === null ? '' : number.format(counts[each])}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
