import type { Article } from '../article/article.ts'
import type { AnyBlock, Block } from '../article/block.ts'
import { blockText } from '../article/plain-text.ts'
import { childBlocks, isContainer, isTextBlock } from '../article/text-nodes.ts'
import { isWord, tokensOf } from './tokens.ts'

/** From so many pairs on, only blocks with the same words are paired: a file may be made to have very many. */
const MAX_PAIRS = 4_000_000
/** Two blocks are versions of one if they share at least this much of their words. */
const ALIKE = 0.5

/**
 * Gives the blocks of a text that does not know of an article the ids of the blocks that they are versions of: those in the
 * same order with the same words, or with most of them, and those that moved with all their words.
 * @param base the article
 * @param text another version of it, whose ids are its own
 * @returns the blocks of the text
 */
export function withIdsOf(base: Article, text: Article): Block[] {
  // Ids of blocks at the top level go to blocks of the top level.
  return adopt(base.document, text.document) as Block[]
}

function adopt(older: readonly AnyBlock[], newer: readonly AnyBlock[]): AnyBlock[] {
  const pairs = pairBlocks(older.map(factsOf), newer.map(factsOf))
  return newer.map((block, index) => {
    const old = older[pairs.get(index) ?? -1]
    if (old === undefined) return block
    if (!isContainer(block)) return { ...block, id: old.id }
    return { ...block, id: old.id, children: adopt(childBlocks(old), block.children) } as AnyBlock
  })
}

type Facts = { kind: string; text: string; words: ReadonlyMap<string, number>; count: number }

/** Lines may be of any type; of other blocks only those of one type are versions of each other. */
function factsOf(block: AnyBlock): Facts {
  const text = blockText(block)
  const words = new Map<string, number>()
  let count = 0
  for (const token of tokensOf(text, block.dir).filter(isWord)) {
    words.set(token, (words.get(token) ?? 0) + 1)
    count += 1
  }
  return { kind: isTextBlock(block) ? 'line' : block.type, text, words, count }
}

/** @returns 2 for the same words, else the share of them that both have, 0 for less than half. */
function likeness(one: Facts, other: Facts): number {
  if (one.kind !== other.kind) return 0
  if (one.text === other.text) return 2
  let shared = 0
  for (const [word, count] of one.words) shared += Math.min(count, other.words.get(word) ?? 0)
  const share = (2 * shared) / Math.max(1, one.count + other.count)
  return share >= ALIKE ? share : 0
}

/** @returns for each block of the newer text that is paired, the place of its older version. */
function pairBlocks(older: readonly Facts[], newer: readonly Facts[]): Map<number, number> {
  const pairs = older.length * newer.length <= MAX_PAIRS ? pairInOrder(older, newer) : new Map<number, number>()
  const taken = new Set(pairs.values())
  const left = Map.groupBy(
    [...older.keys()].filter((index) => !taken.has(index)),
    (index) => keyOf(older[index]),
  )
  for (const [index, facts] of newer.entries()) {
    if (pairs.has(index) || facts.text === '') continue
    const moved = left.get(keyOf(facts))?.shift()
    if (moved !== undefined) pairs.set(index, moved)
  }
  return pairs
}

const keyOf = (facts: Facts | undefined): string => `${facts?.kind ?? ''} ${facts?.text ?? ''}`

/** Pairs blocks without changing their order, so that they are as alike as possible in sum. */
function pairInOrder(older: readonly Facts[], newer: readonly Facts[]): Map<number, number> {
  const width = newer.length + 1
  const best = new Float64Array((older.length + 1) * width)
  const scores = new Float64Array(older.length * newer.length)
  for (let one = older.length - 1; one >= 0; one -= 1) {
    for (let other = newer.length - 1; other >= 0; other -= 1) {
      const [from, to] = [older[one], newer[other]]
      const score = from === undefined || to === undefined ? 0 : likeness(from, to)
      scores[one * newer.length + other] = score
      const paired = score === 0 ? 0 : score + (best[(one + 1) * width + other + 1] ?? 0)
      const skipped = Math.max(best[(one + 1) * width + other] ?? 0, best[one * width + other + 1] ?? 0)
      best[one * width + other] = Math.max(paired, skipped)
    }
  }
  const pairs = new Map<number, number>()
  let [one, other] = [0, 0]
  while (one < older.length && other < newer.length) {
    const score = scores[one * newer.length + other] ?? 0
    const value = best[one * width + other] ?? 0
    if (score > 0 && value === score + (best[(one + 1) * width + other + 1] ?? 0)) {
      pairs.set(other, one)
      one += 1
      other += 1
    } else if (value === (best[(one + 1) * width + other] ?? 0)) one += 1
    else other += 1
  }
  return pairs
}
