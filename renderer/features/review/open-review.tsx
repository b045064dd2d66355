import { useCallback, useEffect, useState } from 'react'
import { MessageSquareText, PencilLine } from 'lucide-react'
import type { CallOutput } from '#core/contract/contract.ts'
import { call } from '#renderer/bridge/client.ts'
import { useChanges } from '#renderer/bridge/use-changes.ts'
import { useT } from '#renderer/ui/locale.tsx'

type Open = CallOutput<'review.open'>
const NONE: Open = { openThreads: 0, openProposals: 0 }

/** Says beside the next steps how many threads and proposals are open. Nothing for none. */
export function OpenReview({ id }: { id: string }) {
  const t = useT()
  const { openThreads, openProposals } = useOpenReview(id)
  if (openThreads + openProposals === 0) return null
  return (
    <ul className="review-open" aria-label={t('review.open')}>
      {openThreads === 0 ? null : (
        <li>
          <MessageSquareText aria-hidden size={16} />
          {t('review.open-threads', { count: openThreads })}
        </li>
      )}
      {openProposals === 0 ? null : (
        <li>
          <PencilLine aria-hidden size={16} />
          {t('review.open-proposals', { count: openProposals })}
        </li>
      )}
    </ul>
  )
}

function useOpenReview(id: string): Open {
  const [open, setOpen] = useState(NONE)
  const load = useCallback(() => {
    // The screens that show this report what is wrong with the article or the store.
    call('review.open', { id }).then(setOpen, () => setOpen(NONE))
  }, [id])
  useEffect(load, [load])
  useChanges((change) => {
    if (change === null) return load()
    if ((change.type === 'threads-changed' || change.type === 'proposals-changed') && change.id === id) load()
  })
  return open
}
