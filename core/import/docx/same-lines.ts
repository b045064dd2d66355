import type { Article } from '../../article/article.ts'
import { blockText } from '../../article/plain-text.ts'
import { textBlocks } from '../../article/text-nodes.ts'
import { shortestEdit } from '../../changes/shortest-edit.ts'

/** How many words of a line must be those of another for both to be one line. */
const SAME = 0.5

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0
  for (const word of one) if (other.has(word)) count += 1
  return count / Math.max(1, one.size, other.size)
}

type Line = { id: string; text: string; words: ReadonlySet<string> }

function linesOf(article: Article, isWanted: (id: string) => boolean): Line[] {
  return textBlocks(article.document).flatMap((block) => {
    const text = blockText(block).trim()
    return text === '' || !isWanted(block.id) ? [] : [{ id: block.id, text, words: new Set(text.split(/\s+/u)) }]
  })
}

/** More differences than this are not looked through: the lines between are then compared by their words alone. */
const MAX_EDITS = 1000
/** How far a line may lie from where it is looked for. */
const NEAR = 8

/** Lines that are equal in both lists, one after another. */
type EqualRun = { ours: number; theirs: number; length: number }

function equalRuns(ours: readonly Line[], theirs: readonly Line[]): EqualRun[] {
  const numbers = new Map<string, number>()
  const number = ({ text }: Line): number => {
    const known = numbers.get(text) ?? numbers.size
    numbers.set(text, known)
    return known
  }
  const runs = shortestEdit(ours.map(number), theirs.map(number), MAX_EDITS) ?? []
  const found: EqualRun[] = []
  const at = { ours: 0, theirs: 0 }
  for (const { change, length } of runs) {
    if (change === 'same') found.push({ ...at, length })
    if (change !== 'added') at.ours += length
    if (change !== 'removed') at.theirs += length
  }
  return found
}

/**
 * Finds the lines of an article in another version of it by their words, where their ids are lost: first equal lines in
 * order, then between those the lines that share most words.
 * @returns for each id of a line of `article` that `other` does not have, the id that it has there
 */
export function sameLines(article: Article, other: Article): Map<string, string> {
  const known = new Set(textBlocks(other.document).map(({ id }) => id))
  const own = new Set(textBlocks(article.document).map(({ id }) => id))
  const [lost, free] = [linesOf(article, (id) => !known.has(id)), linesOf(other, (id) => !own.has(id))]
  const found = new Map<string, string>()
  const pairUp = (ours: readonly Line[], theirs: readonly Line[]): void => {
    let next = 0
    for (const line of ours) {
      const near = theirs.slice(next, next + NEAR)
      const scores = near.map(({ words }) => shared(line.words, words))
      const best = Math.max(0, ...scores)
      if (best < SAME) continue
      const at = scores.indexOf(best)
      found.set(line.id, near[at]?.id ?? line.id)
      next += at + 1
    }
  }
  let [ours, theirs] = [0, 0]
  for (const run of equalRuns(lost, free)) {
    pairUp(lost.slice(ours, run.ours), free.slice(theirs, run.theirs))
    for (let at = 0; at < run.length; at += 1) found.set(lost[run.ours + at]?.id ?? '', free[run.theirs + at]?.id ?? '')
    ;[ours, theirs] = [run.ours + run.length, run.theirs + run.length]
  }
  pairUp(lost.slice(ours), free.slice(theirs))
  return found
}
