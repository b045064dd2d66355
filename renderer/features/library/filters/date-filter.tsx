import type { CalendarDate } from '@internationalized/date'
import { DateField, DateInput, DateSegment, Label } from 'react-aria-components'
import { DateLocale } from '#renderer/ui/date-locale.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import { boundsOfDays, daysOfBounds, PERIOD_DAYS } from './dates.ts'
import type { Filters } from '../question.ts'

type Dates = Pick<Filters, 'period' | 'from' | 'to'>

/** Filters by the day of the last change: a period that ends today, or a range of days. */
export function DateFilter({ dates, onChange }: { dates: Dates; onChange: (dates: Dates) => void }) {
  const t = useT()
  const { first, last } = daysOfBounds(dates)
  const setDays = (one: CalendarDate | null, other: CalendarDate | null): void =>
    onChange({ period: '', ...boundsOfDays(one, other) })
  return (
    <div className="date-filter">
      <Segmented<Filters['period'] | 'days'>
        label={t('library.filter-date')}
        value={dates.period === '' && (first !== null || last !== null) ? 'days' : dates.period}
        onChange={(period) => onChange({ period: period === 'days' ? '' : period, from: '', to: '' })}
        options={[
          { value: '', label: t('library.date-any') },
          { value: 'today', label: t('library.date-today') },
          { value: 'week', label: t('library.date-days', { count: PERIOD_DAYS.week }) },
          { value: 'month', label: t('library.date-days', { count: PERIOD_DAYS.month }) },
        ]}
      />
      <div className="date-fields">
        <DateLocale>
          <DayField label={t('library.date-from')} value={first} onChange={(day) => setDays(day, last)} />
          <DayField label={t('library.date-to')} value={last} onChange={(day) => setDays(first, day)} />
        </DateLocale>
      </div>
    </div>
  )
}

type DayFieldProps = { label: string; value: CalendarDate | null; onChange: (day: CalendarDate | null) => void }

function DayField({ label, value, onChange }: DayFieldProps) {
  return (
    <DateField className="field" value={value} onChange={onChange}>
      <Label className="field-label">{label}</Label>
      <DateInput className="field-input date-input">
        {(segment) => <DateSegment segment={segment} className="date-segment" />}
      </DateInput>
    </DateField>
  )
}
