import type { Listing } from './pager.ts'
import type { ChosenArticle } from './row-actions.tsx'
import { EVERYTHING, type Question } from '../question.ts'

/** A scroll position and focus in the list. */
export type Place = {
  /** The first visible row, and how many pixels of it are scrolled away. */
  index: number
  within: number
  /** The row that has the focus, or had it last. */
  active: number
  /** Whether the focus was in the list. */
  isFocused: boolean
}

export const TOP: Place = { index: 0, within: 0, active: 0, isFocused: false }

type Remembered = {
  question: Question
  listing: Listing | null
  /** The place in the list that was left last, with the key of its question. Any other list starts at its top. */
  place: { key: string; place: Place } | null
  /** The selected articles by id, across questions. */
  chosen: ReadonlyMap<string, ChosenArticle>
}

/** The library as it was left, to be restored on return from an article. It lives as long as the page. */
export const remembered: Remembered = { question: EVERYTHING, listing: null, place: null, chosen: new Map() }

/** @returns where the list of this question was left, if it was the last one; else its top. */
export function placeOf(key: string): Place {
  return remembered.place?.key === key ? remembered.place.place : TOP
}
