import { Eye, PenLine } from 'lucide-react'
import { Button } from '#renderer/ui/button.tsx'
import { exactTime } from '#renderer/ui/exact-time.tsx'
import { useLocale } from '#renderer/ui/locale.tsx'
import type { Session } from '../session.ts'
import './mode-line.css'

type ModeLineProps = {
  session: Pick<Session, 'mode' | 'since'>
  /** The person in whose name proposals are written. */
  name: string
  /** Whether any change is drawn in the text. */
  hasChanges: boolean
  /** Goes back to the article. */
  onClose: () => void
}

/** Says under the bar, wherever the page is scrolled, that what is written is a proposal and whose, or that the text is only read. */
export function ModeLine({ session: { mode, since }, name, hasChanges, onClose }: ModeLineProps) {
  const { t, tag } = useLocale()
  const words =
    mode === 'propose'
      ? t('proposals.mode-says', { name })
      : since === undefined
        ? null
        : t(hasChanges ? 'proposals.since-says' : 'proposals.since-same', { time: exactTime(since, tag) })
  if (words === null) return null
  const Icon = mode === 'propose' ? PenLine : Eye
  return (
    <div className="mode-line" role="status" data-testid="mode-line">
      <Icon aria-hidden size={16} />
      <span className="mode-words">{words}</span>
      {mode === 'since' ? <Button onPress={onClose}>{t('common.close')}</Button> : null}
    </div>
  )
}
