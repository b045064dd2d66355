import type { Translate } from '#core/locale/translate.ts'
import { daysOfBounds, PERIOD_DAYS } from './dates.ts'
import type { Filters, Wanted } from '../question.ts'
import { STATE_GROUPS } from './state-groups.ts'

/** @returns the chosen period or range in words; null for none. */
export function dateWords({ period, from, to }: Pick<Filters, 'period' | 'from' | 'to'>, t: Translate, tag: string) {
  if (period === 'today') return t('library.date-today')
  if (period !== '') return t('library.date-days', { count: PERIOD_DAYS[period] })
  const { first, last } = daysOfBounds({ from, to })
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
  const dayText = (day: NonNullable<typeof first>): string => format.format(day.toDate('UTC'))
  if (first !== null && last !== null) {
    return first.compare(last) === 0
      ? dayText(first)
      : t('library.date-between', { from: dayText(first), to: dayText(last) })
  }
  if (first !== null) return t('library.date-since', { from: dayText(first) })
  return last === null ? null : t('library.date-until', { to: dayText(last) })
}

/** @returns the picture filter in words; null for none. */
export function imageWords(hasImage: boolean | null, t: Translate): string | null {
  if (hasImage === null) return null
  return t(hasImage ? 'library.image-with' : 'library.image-without')
}

/** @returns the urgency in words; null for none. */
export function urgencyWords(urgency: number | null, t: Translate): string | null {
  if (urgency === null) return null
  return urgency === 1 ? t('writing.urgencyMost') : String(urgency)
}

/** @returns the filter of embargoes in words; null for none. */
export function embargoWords(embargo: Filters['embargo'], t: Translate): string | null {
  return embargo === '' ? null : t(`library.embargo-${embargo}`)
}

/** @returns the filter of deadlines in words; null for none. */
export function dueWords(due: Filters['due'], t: Translate): string | null {
  return due === '' ? null : t(`desk.due-${due}`)
}

/** @returns a suggested name for a saved search, made of its words and filters. */
export function questionWords(question: Wanted, t: Translate, tag: string): string {
  const { search, group, author, section, hasImage, kind, urgency, embargo, needsMe, assignee, due } = question
  const state = STATE_GROUPS[group]
  const parts = [search.trim(), group === 'all' || state === undefined ? '' : t(state.label), author, section]
  const mine = needsMe ? t('library.needs-me') : ''
  const more = [
    imageWords(hasImage, t),
    kind,
    urgencyWords(urgency, t),
    embargoWords(embargo, t),
    mine,
    assignee,
    dueWords(due, t),
  ]
  return [...parts, dateWords(question, t, tag) ?? '', ...more.map((words) => words ?? '')]
    .filter((part) => part !== '')
    .join(t('common.and'))
    .slice(0, 100)
}
