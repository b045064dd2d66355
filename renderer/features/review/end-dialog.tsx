import { useState } from 'react'
import type { Standing } from '#core/review/standing.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useLocale } from '#renderer/ui/locale.tsx'

type EndDialogProps = {
  to: 'withdrawn' | 'killed'
  /** Where the article stands. */
  places: Standing['places']
  onClose: () => void
  onEnd: (takesDown: boolean) => void
}

/** Asks before an article is withdrawn or killed, and whether it is taken down where readers have it. */
export function EndDialog({ to, places, onClose, onEnd }: EndDialogProps) {
  const { t, tag } = useLocale()
  const [takesDown, setTakesDown] = useState(true)
  const names = new Intl.ListFormat(tag, { type: 'conjunction' }).format(places.map(({ name }) => name))
  return (
    <Dialog
      title={t(`review.${to}-title`)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" onPress={() => onEnd(takesDown)}>
            {t(`review.to-${to}`)}
          </Button>
          <Button onPress={onClose}>{t(`review.keep-${to}`)}</Button>
        </>
      }
    >
      <p>{t(`review.${to}-text`)}</p>
      {places.length === 0 ? null : (
        <label className="takes-down">
          <input type="checkbox" checked={takesDown} onChange={(event) => setTakesDown(event.target.checked)} />
          {t('review.takes-down', { places: names })}
        </label>
      )}
    </Dialog>
  )
}
