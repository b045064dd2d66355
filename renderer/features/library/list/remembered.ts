import type { Listing } from './pager.ts'
import type { Named } from './put-away-button.tsx'
import { EVERYTHING, type Question } from '../question.ts'

/** Where one is in the list. */
export type Place = {
  /** The first row in sight, and how much of it is scrolled away, in pixels. */
  index: number
  within: number
  /** The row that has or had the focus. */
  active: number
  /** Whether the focus was in the list. */
  isFocused: boolean
}

export const TOP: Place = { index: 0, within: 0, active: 0, isFocused: false }

type Remembered = {
  question: Question
  listing: Listing | null
  /** The place in the list that was left last, by its question; a list that one comes to anew begins at its top. */
  place: { key: string; place: Place } | null
  /** What was chosen, by id: it may be of several questions. */
  chosen: ReadonlyMap<string, Named>
}

/** The library as it was left: whoever comes back from an article finds it so. It lives as long as the page. */
export const remembered: Remembered = { question: EVERYTHING, listing: null, place: null, chosen: new Map() }

/** @returns where the list of a question was left, if it was the last. */
export function placeOf(key: string): Place {
  return remembered.place?.key === key ? remembered.place.place : TOP
}
