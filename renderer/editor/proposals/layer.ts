import type { DrawnLine, KeyedPart } from '#core/review/proposals/drawing.ts'
import type { Ends } from '#core/review/proposals/open.ts'

/**
 * Where the changes that are drawn lead. `onward`: to what is proposed for the live text. `back`: to what the live text was
 * before, so that what goes was added and what comes was removed.
 */
export type Way = 'onward' | 'back'

/** Changes of one author that are drawn in the text. */
export type Layer = {
  /** Of the proposal; the cards of its parts begin with it. */
  readonly id: string
  /** Which of the authors it is: their colour and pattern. */
  readonly author: number
  readonly way: Way
  /** Onward: the proposal as of the live text when it was drawn. Back: the head is the text before. */
  readonly ends: Ends
  readonly parts: readonly KeyedPart[]
}

/** What is drawn of a layer in a line. */
export type LayerLine = { readonly layer: Layer; readonly line: DrawnLine }
