import type { CallInput, CallOutput } from '#core/contract/contract.ts'
import { bounds, type Period } from './filters/dates.ts'
import { STATE_GROUPS } from './filters/state-groups.ts'

export type Row = CallOutput<'articles.list'>['rows'][number]
type Query = CallInput<'articles.list'>

/** What narrows the list down beside words and states; what is empty or null narrows nothing. */
export type Filters = {
  author: string
  section: string
  /** Counted back from the day on which it is asked. */
  period: Period
  /** ISO 8601, UTC; where there is no period. */
  from: string
  /** The moment after. */
  to: string
  hasImage: boolean | null
}

/** All that can be asked of the library at once. */
export type Question = Filters & { search: string; group: string }

export const NO_FILTERS: Filters = { author: '', section: '', period: '', from: '', to: '', hasImage: null }
export const EVERYTHING: Question = { ...NO_FILTERS, search: '', group: 'all' }

/** @returns a text that is the same for the same questions. */
export function questionKey(question: Question): string {
  const { search, group, author, section, period, from, to, hasImage } = question
  return JSON.stringify([search.trim(), group, author, section, period, from, to, hasImage])
}

/** @returns whether a question leaves nothing out. */
export function asksForAll(question: Question): boolean {
  return questionKey(question) === questionKey(EVERYTHING)
}

/** @returns the question as the service takes it, on this day. */
export function toQuery(question: Question, now: Date): Query {
  const { search, group, author, section, hasImage } = question
  const states = [...(STATE_GROUPS[group]?.states ?? [])]
  return { search, states, author, section, hasImage, ...bounds(question, now) }
}
