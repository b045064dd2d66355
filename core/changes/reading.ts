import type { Article } from '../article/article.ts'
import type { AnyBlock, Block } from '../article/block.ts'
import { isNestedType } from '../article/block-types.ts'
import { delimiterOf, isContainer } from '../article/text-nodes.ts'
import { editedLines } from './apply.ts'
import { aspectsOf, type Aspect } from './aspects.ts'
import { nodeOf, type Change, type Key } from './change.ts'
import { compute } from './compute.ts'
import { fieldsThatDiffer, type FieldDifference } from './fields.ts'
import { readLine, textOf } from './line.ts'
import { joinPhrases, type WordChange } from './words.ts'
import { lineAt, ROOT, topOf, treeOf, type Tree } from './tree.ts'

/** How one top-level block differs. `from` is null when it was added or a part of a block, `to` when it was removed. */
export type BlockChange = {
  id: string
  change: 'same' | 'added' | 'removed' | 'changed'
  /** Whether it stands elsewhere among the blocks of both versions. */
  isMoved: boolean
  from: Block | null
  to: Block | null
  words: WordChange[]
  /** What changed besides the words. */
  aspects: Aspect[]
}

/** How two versions of an article differ, in the reading order of the new one. */
export type Difference = { blocks: BlockChange[]; fields: FieldDifference[] }

/** Compares two versions of an article for a reader. */
export function difference(from: Article, to: Article): Difference {
  const changes = compute(from, to)
  return {
    blocks: new Reading(treeOf(from.document), treeOf(to.document), changes).blocks(),
    fields: fieldsThatDiffer(from.metadata, to.metadata),
  }
}

/** @returns the block of a node, if it may stand at the top level. */
function blockOf(tree: Tree, key: Key): Block | null {
  const block = tree.nodes.get(key)?.block
  return block === undefined || isNestedType(block.type) ? null : (block as Block)
}

/** A child in the reading order of both versions. */
type Child = { key: Key; isRemoved: boolean }

class Reading {
  readonly #older: Tree
  readonly #newer: Tree
  readonly #changes: ReadonlyMap<Key, Change[]>
  readonly #moved: ReadonlySet<Key>
  readonly #removed: ReadonlySet<Key>
  readonly #inserted: ReadonlySet<Key>
  /** The words of the lines in which text changed, by the keys of the newer version. */
  readonly #words = new Map<Key, readonly WordChange[]>()
  /** The lines that were split off another. */
  readonly #split = new Set<Key>()

  constructor(older: Tree, newer: Tree, changes: readonly Change[]) {
    this.#older = older
    this.#newer = newer
    const keys = (kind: 'move' | 'remove' | 'insert'): Set<Key> =>
      new Set(changes.flatMap((change) => (change.kind === kind ? [change.node] : [])))
    ;[this.#moved, this.#removed, this.#inserted] = [keys('move'), keys('remove'), keys('insert')]
    for (const [key, lines] of editedLines(older, changes)) {
      for (const { shell, words } of lines) {
        const own = shell === null ? key : `text:${String(shell['id'])}`
        this.#words.set(own, words)
        if (shell !== null) this.#split.add(own)
      }
    }
    this.#changes = Map.groupBy(changes, (change) => topOf(nodeOf(change), newer, older))
  }

  blocks(): BlockChange[] {
    const top = (tree: Tree): Key[] => [...(tree.fixed.get(ROOT) ?? []), ...(tree.free.get(ROOT) ?? [])]
    return this.#inOrder(top(this.#older), top(this.#newer)).map((child) => this.#block(child))
  }

  #block({ key, isRemoved }: Child): BlockChange {
    const from = blockOf(this.#older, key)
    const to = isRemoved ? null : blockOf(this.#newer, key)
    const words = joinPhrases(isRemoved ? this.#removedWords(key) : this.#wordsOf(key))
    const id = (to ?? from)?.id ?? ''
    if (isRemoved) return { id, change: 'removed', isMoved: false, from, to, words, aspects: [] }
    const isMoved = this.#moved.has(key)
    if (this.#inserted.has(key)) return { id, change: 'added', isMoved, from: null, to, words, aspects: [] }
    const changes = (this.#changes.get(key) ?? []).filter((each) => each.kind !== 'move' || each.node !== key)
    const isSplit = this.#split.has(key)
    if (changes.length === 0 && !isSplit) return { id, change: 'same', isMoved, from, to, words, aspects: [] }
    const hasWords = words.some(({ change }) => change !== 'same')
    const aspects = aspectsOf(this.#older, changes, isSplit, hasWords)
    return { id, change: 'changed', isMoved, from, to, words, aspects }
  }

  /** @returns the children of both versions: a removed one after those that stood before it. */
  #inOrder(older: readonly Key[], newer: readonly Key[]): Child[] {
    const stays = new Set(newer.filter((key) => !this.#moved.has(key)))
    const children: Child[] = []
    let place = 0
    const passRemoved = (): void => {
      for (let key = older[place]; key !== undefined && !stays.has(key); key = older[place]) {
        if (this.#removed.has(key)) children.push({ key, isRemoved: true })
        place += 1
      }
    }
    for (const key of newer) {
      passRemoved()
      children.push({ key, isRemoved: false })
      if (older[place] === key) place += 1
    }
    passRemoved()
    return children
  }

  #childKeys(tree: Tree, key: Key): Key[] {
    const [fixed, free] = [tree.fixed.get(key) ?? [], tree.free.get(key) ?? []]
    const block = tree.nodes.get(key)?.block
    const children = block !== undefined && isContainer(block) ? block.children : []
    const order = new Map<unknown, number>(children.map((child, index) => [child, index]))
    const placeOf = (each: Key): number => order.get(tree.nodes.get(each)?.block) ?? 0
    return [...fixed, ...free].toSorted((one, other) => placeOf(one) - placeOf(other))
  }

  #wordsOf(key: Key): WordChange[] {
    const block = this.#newer.nodes.get(key)?.block
    if (block === undefined) return []
    const line = lineAt(this.#newer, key)
    if (line !== null) {
      const text = textOf(readLine(line.children))
      const known = this.#words.get(key)
      if (known !== undefined) return known.map((each) => ({ ...each }))
      return text === '' ? [] : [{ text, change: this.#inserted.has(key) ? 'added' : 'same' }]
    }
    const children = this.#inOrder(this.#childKeys(this.#older, key), this.#childKeys(this.#newer, key))
    return joined(
      block,
      children.map((child) => (child.isRemoved ? this.#removedWords(child.key) : this.#wordsOf(child.key))),
    )
  }

  #removedWords(key: Key): WordChange[] {
    const block = this.#older.nodes.get(key)?.block
    if (block === undefined || !this.#removed.has(key)) return []
    const line = lineAt(this.#older, key)
    if (line === null)
      return joined(
        block,
        this.#childKeys(this.#older, key).map((child) => this.#removedWords(child)),
      )
    const text = textOf(readLine(line.children))
    return text === '' ? [] : [{ text, change: 'removed' }]
  }
}

/** @returns the words of children, with the delimiter of their container between those that have words. */
function joined(block: AnyBlock, children: readonly WordChange[][]): WordChange[] {
  const filled = children.filter((words) => words.length > 0)
  return filled.flatMap((words, index) => {
    const [first] = words
    const isWhole = first !== undefined && words.every(({ change }) => change === first.change)
    const between = {
      text: delimiterOf(block),
      change: isWhole && first !== undefined ? first.change : 'same',
    } as const
    return index === 0 ? words : [between, ...words]
  })
}
