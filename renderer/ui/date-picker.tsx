import { CalendarDays, ChevronLeft, ChevronRight, X } from 'lucide-react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker as AriaDatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Label,
  Popover,
  type DatePickerProps as AriaDatePickerProps,
  type DateValue,
} from 'react-aria-components'
import { DateLocale } from './date-locale.tsx'
import { IconButton } from './icon-button.tsx'
import { useLocale } from './locale.tsx'
import './date-picker.css'
import './field.css'

type DatePickerProps<D extends DateValue> = {
  label: string
  value: D | null
  onChange: NonNullable<AriaDatePickerProps<D>['onChange']>
  /** Where an empty field begins when arrow keys change it. It also says whether the field has a time. */
  begin: D
  /** The name of the button that empties the field; without it a person cannot empty it. */
  clear?: string
  isDisabled?: boolean
  autoFocus?: boolean
}

/**
 * A day, or a day and a time: typed segment by segment, or chosen in a calendar; in the interface's order, direction and
 * digits. Digits of the other kind are accepted as well.
 */
export function DatePicker<D extends DateValue>(props: DatePickerProps<D>) {
  const { label, value, onChange, begin, clear, isDisabled = false, autoFocus = false } = props
  const { dir, language } = useLocale()
  const [Before, After] = dir === 'rtl' ? [ChevronRight, ChevronLeft] : [ChevronLeft, ChevronRight]
  return (
    <DateLocale>
      <AriaDatePicker<D>
        className="field"
        value={value}
        onChange={onChange}
        placeholderValue={begin}
        granularity={'hour' in begin ? 'minute' : 'day'}
        hideTimeZone
        isDisabled={isDisabled}
        // The person has just opened the dialog with the field.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={autoFocus}
      >
        <Label className="field-label">{label}</Label>
        <Group className="field-input date-picker">
          <DateInput className="date-input">
            {(segment) => <DateSegment segment={segment} className="date-segment" />}
          </DateInput>
          {clear === undefined || value === null || isDisabled ? null : (
            // In a slot of its own: it does not open the calendar.
            <IconButton label={clear} icon={<X aria-hidden size={16} />} slot={null} onPress={() => onChange(null)} />
          )}
          <Button className="icon-button">
            <CalendarDays aria-hidden size={16} />
          </Button>
        </Group>
        <Popover className="calendar-popover">
          <Dialog className="calendar-dialog">
            <Calendar firstDayOfWeek={language === 'ar' ? 'sat' : 'mon'}>
              <header className="calendar-head">
                <Button slot="previous" className="icon-button">
                  <Before aria-hidden size={18} />
                </Button>
                <Heading className="calendar-month" />
                <Button slot="next" className="icon-button">
                  <After aria-hidden size={18} />
                </Button>
              </header>
              <CalendarGrid className="calendar-days">
                <CalendarGridHeader>
                  {(day) => <CalendarHeaderCell className="calendar-weekday">{day}</CalendarHeaderCell>}
                </CalendarGridHeader>
                <CalendarGridBody>{(date) => <CalendarCell date={date} className="calendar-day" />}</CalendarGridBody>
              </CalendarGrid>
            </Calendar>
          </Dialog>
        </Popover>
      </AriaDatePicker>
    </DateLocale>
  )
}
