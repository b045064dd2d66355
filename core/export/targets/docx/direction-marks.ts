import { isDigit, isLtrLetter, isRtlLetter } from '../../../text/expressions/characters.ts'
import { isolateOf, stretchesOf, type TextRun } from '../../text-runs.ts'

/** Word shows a run without `rtl` left to right. LibreOffice, Google Docs and Pages need this mark around it too. */
const LEFT_TO_RIGHT_MARK = '\u200E'
const RIGHT_TO_LEFT_MARK = '\u200F'

/** Arabic-Indic digits would run from right to left even between marks; only an override turns them. */
const LEFT_TO_RIGHT_OVERRIDE = '\u202D'
const POP_OVERRIDE = '\u202C'

/** @returns the direction of the first letter. A digit takes the direction of its neighbour. Null without letters and digits. */
function firstDirection(characters: Iterable<string>): 'rtl' | 'ltr' | 'digit' | null {
  for (const character of characters) {
    if (isRtlLetter(character)) return 'rtl'
    if (isLtrLetter(character)) return 'ltr'
    if (isDigit(character)) return 'digit'
  }
  return null
}

/** Whether a mark in the direction of the line stands before or after an isolated run. */
export type Edges = { readonly isMarkedBefore: boolean; readonly isMarkedAfter: boolean }

/**
 * Marks stand for isolates in a Word document, and do not part them from their neighbours: two scores with a space
 * between would run on from left to right, the second one to the right of the first. There a mark in the direction of
 * the line stands between them.
 * @returns the runs at which an isolate of a right-to-left line begins or ends so
 */
export function isolateEdges(runs: readonly TextRun[]): ReadonlyMap<TextRun, Edges> {
  const edges = new Map<TextRun, Edges>()
  const mark = (run: TextRun | undefined, edge: Partial<Edges>): void => {
    if (run !== undefined) edges.set(run, { isMarkedBefore: false, isMarkedAfter: false, ...edges.get(run), ...edge })
  }
  const stretches = stretchesOf(runs, isolateOf)
  const textAt = (index: number): string[] => Array.from(stretches[index]?.runs.map(({ text }) => text).join('') ?? '')
  for (const [index, { key, runs: own }] of stretches.entries()) {
    if (key === null) continue
    const next = stretches[index + 1]
    const after = next?.key === null ? firstDirection(textAt(index + 1)) : null
    const isFollowed = next !== undefined && (next.key !== null || stretches[index + 2] !== undefined)
    if (after === null ? isFollowed : after !== 'rtl') mark(own.at(-1), { isMarkedAfter: true })
    if (stretches[index - 1]?.key === null && firstDirection(textAt(index - 1).toReversed()) === 'ltr')
      mark(own[0], { isMarkedBefore: true })
  }
  return edges
}

/** @returns the text of an isolated run between direction marks. */
export function markedText(text: string, { isolate }: TextRun): string {
  const isOverride = isolate !== null && isolate !== 'written' && isolate.isOverride
  const inner = isOverride ? `${LEFT_TO_RIGHT_OVERRIDE}${text}${POP_OVERRIDE}` : text
  return `${LEFT_TO_RIGHT_MARK}${inner}${LEFT_TO_RIGHT_MARK}`
}

/** @returns a text with the marks of its edges. */
export function withEdges(text: string, { isMarkedBefore, isMarkedAfter }: Edges): string {
  return `${isMarkedBefore ? RIGHT_TO_LEFT_MARK : ''}${text}${isMarkedAfter ? RIGHT_TO_LEFT_MARK : ''}`
}
