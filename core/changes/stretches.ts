import { canonicalJson } from '../article/canonical.ts'
import type { TextBlock } from '../article/block.ts'
import { traitsOf } from '../article/traits.ts'
import type { Key } from './change.ts'
import { readLine } from './line.ts'
import { isWord, tokensOf } from './tokens.ts'
import { lineAt, type Tree } from './tree.ts'

/**
 * Lines that are compared as one text, by their keys. The first line of both is the same block; those after it are gone
 * from the newer version, or new in it.
 */
export type Stretch = { readonly old: readonly Key[]; readonly now: readonly Key[] }

/** Words, each with how often it occurs. */
type Words = Map<string, number>

function wordsOf(tree: Tree, keys: readonly Key[]): Words {
  const words: Words = new Map()
  for (const key of keys) {
    const line = lineAt(tree, key)
    if (line === null) continue
    for (const token of tokensOf(readLine(line.children).text, line.dir))
      if (isWord(token)) words.set(token, (words.get(token) ?? 0) + 1)
  }
  return words
}

/** @returns the words of one version that the other does not have as often. */
function surplus(words: Words, others: Words): Words {
  const rest = [...words].map(([word, count]) => [word, count - (others.get(word) ?? 0)] as const)
  return new Map(rest.filter(([, count]) => count > 0))
}

/** Takes words out of a pool. @returns whether at least half of them were there; if not, the pool stays as it was. */
function takeHalf(pool: Words, words: Words): boolean {
  let [total, found] = [0, 0]
  for (const [word, count] of words) {
    total += count
    found += Math.min(count, pool.get(word) ?? 0)
  }
  if (total === 0 || found * 2 < total) return false
  for (const [word, count] of words) pool.set(word, Math.max(0, (pool.get(word) ?? 0) - count))
  return true
}

/** @returns the next line among the same siblings, if both can be joined into one line and split from it. */
function nextLine(tree: Tree, key: Key): Key | null {
  const node = tree.nodes.get(key)
  if (node === undefined || node.index === -1) return null
  const next = tree.free.get(node.parent)?.[node.index + 1]
  return next !== undefined && isRunning(tree, key) && isRunning(tree, next) ? next : null
}

function isRunning(tree: Tree, key: Key): boolean {
  const line = lineAt(tree, key)
  return line !== null && traitsOf(line.type).line === 'running'
}

/** The lines that were found to differ, for as long as both versions exist. Most changes of a proposal stay as they are. */
const DIFFERENT = new WeakMap<TextBlock, WeakSet<TextBlock>>()

function isSameLine(one: TextBlock, other: TextBlock): boolean {
  if (one.children === other.children) return true
  const known = DIFFERENT.get(one) ?? new WeakSet()
  if (known.has(other)) return false
  const isSame = canonicalJson(one.children) === canonicalJson(other.children)
  if (!isSame) DIFFERENT.set(one, known.add(other))
  return isSame
}

/**
 * Finds the lines that changed. A line goes together with the lines after it that are gone and had its words, or are new
 * and have them: it was joined with them, or split into them.
 */
export function stretches(older: Tree, newer: Tree): Stretch[] {
  const found: Stretch[] = []
  for (const key of older.nodes.keys()) {
    const [before, after] = [lineAt(older, key), lineAt(newer, key)]
    if (before !== null && after !== null && !isSameLine(before, after)) found.push(stretchFrom(key, older, newer))
  }
  return found
}

/** The words of a line that was joined may stand in a line that was split off again, so that each side is read with the other. */
function stretchFrom(key: Key, older: Tree, newer: Tree): Stretch {
  const now = extend(newer, [key], older)
  const old = extend(older, now, newer)
  return { old, now: old.length === 1 ? now : extend(newer, old, older) }
}

/**
 * @param counterpart the lines of the stretch in the other version
 * @returns the first line, and those after it that the other version does not have and whose words its lines have besides
 *   those of the first line
 */
function extend(tree: Tree, counterpart: readonly Key[], other: Tree): Key[] {
  const [key = ''] = counterpart
  const keys = [key]
  let pool: Words | null = null
  for (let next = nextLine(tree, key); next !== null; next = nextLine(tree, next)) {
    if (other.nodes.has(next)) break
    // Most lines have no such neighbour, and their words need not be counted.
    pool ??= surplus(wordsOf(other, counterpart), wordsOf(tree, keys))
    if (!takeHalf(pool, wordsOf(tree, [next]))) break
    keys.push(next)
  }
  return keys
}
