import type { Direction } from '../../../article/block.ts'
import type { Inline } from '../../../article/inline.ts'
import { runsOf } from '../../runs.ts'

const LEFT_TO_RIGHT_ISOLATE = '\u2066'
const POP_ISOLATE = '\u2069'
const MARKS: Readonly<Record<Direction, string>> = { rtl: '\u200F', ltr: '\u200E' }

/** The letters of scripts that run right to left. */
const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** What a program that knows no direction takes for it: that of the first letter (UAX #9, P2). */
function guessed(text: string): Direction | null {
  const letter = /\p{L}/u.exec(text)?.[0]
  if (letter === undefined) return null
  return RTL_LETTER.test(letter) ? 'rtl' : 'ltr'
}

/**
 * Plain text has no elements: a line that would be shown in the wrong direction begins with a mark, and what runs
 * left to right within it stands in an isolate. A line that shows right by itself has no sign in it.
 */
export function directed(inlines: readonly Inline[], dir: Direction, line: string): string {
  const outside = runsOf(inlines, dir)
    .filter(({ isolate }) => isolate === null)
    .map(({ text }) => text)
  return guessed(outside.join('')) === dir ? line : `${MARKS[dir]}${line}`
}

/** @returns the words of a line, its isolates between their signs, on one line. */
export function isolatedText(inlines: readonly Inline[], dir: Direction): string {
  return runsOf(inlines, dir)
    .map(({ text, isolate }) =>
      isolate === null || dir === 'ltr' ? text : `${LEFT_TO_RIGHT_ISOLATE}${text}${POP_ISOLATE}`,
    )
    .join('')
    .trim()
}
