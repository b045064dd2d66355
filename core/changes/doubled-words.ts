import type { Article } from '../article/article.ts'
import type { Direction } from '../article/block.ts'
import { textBlocks } from '../article/text-nodes.ts'
import { readLine } from './line.ts'
import type { Sides } from './sides.ts'
import { isWord, tokensOf } from './tokens.ts'

/** So many words in a row are no accident. A line with fewer counts as a whole, from `SHORTEST` words. */
const RUN = 5
const SHORTEST = 3

/** Words that stand in an article once too often. */
export type DoubledWords = {
  readonly words: string
  /** The ids of the lines in which they stand, in reading order. */
  readonly blocks: readonly string[]
}

/** A line by its words, and the text up to the end of each. */
type WordLine = { readonly block: string; readonly text: string; readonly words: readonly Word[] }
type Word = { readonly word: string; readonly start: number; readonly end: number }

function wordsOf(text: string, dir: Direction): Word[] {
  const words: Word[] = []
  let start = 0
  for (const token of tokensOf(text, dir)) {
    if (isWord(token)) words.push({ word: token, start, end: start + token.length })
    start += token.length
  }
  return words
}

function linesOf({ document }: Article): WordLine[] {
  return textBlocks(document).map(({ id, dir, children }) => {
    const { text } = readLine(children)
    return { block: id, text, words: wordsOf(text, dir) }
  })
}

function run(words: readonly Word[]): string {
  return words.map(({ word }) => word).join(' ')
}

/** @returns every run of words in a line, each with the place of its first word. */
function runsOf({ words }: WordLine): { run: string; at: number; length: number }[] {
  const length = Math.min(RUN, words.length)
  if (length < SHORTEST) return []
  return Array.from({ length: words.length - length + 1 }, (_each, at) => ({
    ...{ at, length, run: run(words.slice(at, at + length)) },
  }))
}

function counts(lines: readonly WordLine[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const line of lines) for (const each of runsOf(line)) found.set(each.run, (found.get(each.run) ?? 0) + 1)
  return found
}

/**
 * Finds runs of words that stand in a merged article more often than in any of the versions that it came from. Each side took
 * them to another place, and no change of the one touches one of the other; or one side took them along while the other
 * moved the block that they stood in. To look through a long article takes longer than to merge a few changes into it.
 */
export function doubledWords(merged: Article, { base, ours, theirs }: Sides): DoubledWords[] {
  const lines = linesOf(merged)
  const now = counts(lines)
  if ([...now.values()].every((count) => count === 1)) return []
  const before = [base, ours, theirs].map((version) => counts(linesOf(version)))
  const isDoubled = (words: string): boolean => {
    const count = now.get(words) ?? 0
    return count > 1 && before.every((version) => count > (version.get(words) ?? 0))
  }
  const found = new Map<string, string[]>()
  for (const line of lines) {
    for (const words of doubledIn(line, isDoubled)) found.set(words, [...(found.get(words) ?? []), line.block])
  }
  return [...found].map(([words, blocks]) => ({ words, blocks }))
}

/** @returns the longest stretches of a line whose every run is doubled. */
function doubledIn(line: WordLine, isDoubled: (words: string) => boolean): string[] {
  const stretches: { from: number; to: number }[] = []
  for (const { run: words, at, length } of runsOf(line)) {
    if (!isDoubled(words)) continue
    const last = stretches.at(-1)
    if (last !== undefined && at < last.to) last.to = at + length
    else stretches.push({ from: at, to: at + length })
  }
  return stretches.map(({ from, to }) =>
    line.text.slice(line.words[from]?.start ?? 0, line.words[to - 1]?.end ?? line.text.length),
  )
}
