import type { CallInput, CallOutput, CallParsed } from '#core/contract/contract.ts'
import type { Queue } from '#core/review/queues.ts'
import { USUAL_ORDER, type ListOrder } from '#core/contract/order.ts'
import { bounds, dueBounds, type Due, type Period } from './filters/dates.ts'
import { STATE_GROUPS } from './filters/state-groups.ts'

export type Row = CallOutput<'articles.list'>['rows'][number]
type Query = CallInput<'articles.list'>

/** The filters besides search and state. Empty or null filters nothing. */
export type Filters = {
  author: string
  section: string
  /** Relative to the day of the query. */
  period: Period
  /** ISO 8601, UTC; used without a period. */
  from: string
  /** Exclusive. */
  to: string
  hasImage: boolean | null
  kind: string
  urgency: number | null
  embargo: CallParsed<'articles.list'>['embargo']
  /** Only what waits for whoever asks. */
  needsMe: boolean
  /** To whom it is assigned. */
  assignee: string
  /** By when it is due, relative to the time of the query. */
  due: Due
}

/** What is asked for: search, group of states, filters. */
export type Wanted = Filters & { search: string; group: string }
/** A query of the library: what is asked for, in which queue and order, and who asks. */
export type Question = Wanted & { queue: Queue; order: ListOrder; me: string }

export const NO_FILTERS: Filters = {
  ...{ author: '', section: '', period: '', from: '', to: '', hasImage: null, kind: '', urgency: null, embargo: '' },
  ...{ needsMe: false, assignee: '', due: '' },
}
export const EVERYTHING: Question = {
  ...NO_FILTERS,
  search: '',
  group: 'all',
  queue: 'all',
  order: USUAL_ORDER,
  me: '',
}

/** @returns a key that is equal for questions that ask for the same articles. */
export function wantedKey(wanted: Wanted): string {
  const { search, group, author, section, period, from, to, ...others } = wanted
  const { hasImage, kind, urgency, embargo, needsMe, assignee, due } = others
  const words = [search.trim(), group, author, section, period, from, to, kind, embargo, assignee, due]
  return JSON.stringify([...words, hasImage, urgency, needsMe])
}

/** @returns a key that is equal for equal questions. */
export function questionKey(question: Question): string {
  const { order, queue, me } = question
  return `${wantedKey(question)} ${queue} ${order.by} ${order.isDescending} ${me}`
}

/** @returns whether a question matches all articles. */
export function isUnfiltered(wanted: Wanted): boolean {
  return wantedKey(wanted) === wantedKey(EVERYTHING)
}

/** @returns the question as the contract takes it. @param now the day that periods end on */
export function toQuery(question: Question, now: Date): Query {
  const { search, group, author, section, hasImage, kind, urgency, embargo, order, queue, assignee } = question
  const states = [...(STATE_GROUPS[group]?.states ?? [])]
  const asked = { search, states, author, section, hasImage, kind, urgency, embargo, order, queue, assignee }
  return {
    ...asked,
    ...bounds(question, now),
    ...dueBounds(question.due, now),
    needsMe: question.needsMe ? question.me : '',
  }
}
