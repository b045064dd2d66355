import type { CallInput, CallOutput } from '#core/contract/contract.ts'
import { bounds, type Period } from './filters/dates.ts'
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
}

/** A query of the library: search, group of states, filters. */
export type Question = Filters & { search: string; group: string }

export const NO_FILTERS: Filters = { author: '', section: '', period: '', from: '', to: '', hasImage: null }
export const EVERYTHING: Question = { ...NO_FILTERS, search: '', group: 'all' }

/** @returns a key that is equal for equal questions. */
export function questionKey(question: Question): string {
  const { search, group, author, section, period, from, to, hasImage } = question
  return JSON.stringify([search.trim(), group, author, section, period, from, to, hasImage])
}

/** @returns whether a question matches all articles. */
export function isUnfiltered(question: Question): boolean {
  return questionKey(question) === questionKey(EVERYTHING)
}

/** @returns the question as the contract takes it. @param now the day that periods end on */
export function toQuery(question: Question, now: Date): Query {
  const { search, group, author, section, hasImage } = question
  const states = [...(STATE_GROUPS[group]?.states ?? [])]
  return { search, states, author, section, hasImage, ...bounds(question, now) }
}
