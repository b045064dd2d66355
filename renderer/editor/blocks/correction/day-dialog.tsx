import { useState } from 'react'
import { getLocalTimeZone, parseDate, today, type CalendarDate } from '@internationalized/date'
import { Button } from '#renderer/ui/button.tsx'
import { DatePicker } from '#renderer/ui/date-picker.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { AlertText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'

/** @returns an ISO day as a date; null for none, and for a day that no calendar has. */
function dateOf(day: string | null): CalendarDate | null {
  if (day === null) return null
  const [year, month, date] = day.split('-').map(Number)
  const isReal = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, date)).toISOString().startsWith(day)
  return isReal ? parseDate(day) : null
}

type DayDialogProps = { day: string | null; onDay: (day: string) => void; onClose: () => void }

/** Asks for the day of a correction. */
export function DayDialog({ day, onDay, onClose }: DayDialogProps) {
  const t = useT()
  const [chosen, setChosen] = useState(() => dateOf(day))
  const [isMissing, setMissing] = useState(false)
  const [begin] = useState(() => today(getLocalTimeZone()))
  const apply = (): void => {
    if (chosen === null) return setMissing(true)
    onDay(chosen.toString())
    onClose()
  }
  return (
    <Dialog
      title={t('writing.correctionDate')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" onPress={apply}>
            {t('common.save')}
          </Button>
          <Button onPress={onClose}>{t('writing.cancel')}</Button>
        </>
      }
    >
      <DatePicker
        label={t('writing.correctionDate')}
        autoFocus
        begin={begin}
        value={chosen}
        onChange={(date) => {
          setChosen(date)
          setMissing(false)
        }}
      />
      {isMissing ? <AlertText text={t('writing.correctionDateNeeded')} isAnswer /> : null}
    </Dialog>
  )
}
