import type { Direction } from '../../../article/block.ts'
import type { Inline } from '../../../article/inline.ts'
import { runsOf } from '../../text-runs.ts'

const MARKS: Readonly<Record<Direction, string>> = { rtl: '\u200F', ltr: '\u200E' }

/** Letters of right-to-left scripts. */
const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** The direction that a program assumes for plain text: that of the first letter (UAX #9, P2). */
function guessed(text: string): Direction | null {
  const letter = /\p{L}/u.exec(text)?.[0]
  if (letter === undefined) return null
  return RTL_LETTER.test(letter) ? 'rtl' : 'ltr'
}

/**
 * Adds a direction mark at the start of a line that would be shown in the wrong direction. Other lines stay as they are.
 */
export function directed(inlines: readonly Inline[], dir: Direction, line: string): string {
  const outside = runsOf(inlines, dir)
    .filter(({ isolate }) => isolate === null)
    .map(({ text }) => text)
  return guessed(outside.join('')) === dir ? line : `${MARKS[dir]}${line}`
}
