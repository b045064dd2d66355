import type { Article } from '../../article/article.ts'
import type { Block } from '../../article/block.ts'
import { canonicalJson } from '../../article/canonical.ts'
import { blockText } from '../../article/plain-text.ts'
import { changedAspects, type Aspect } from './aspects.ts'
import { diffMetadata, type FieldChange } from './metadata.ts'
import { stablePlaces } from '../../changes/stable-order.ts'
import { diffText, type TextChange } from './text.ts'

/** How one top-level block differs. `from` is null when it was added, `to` when it was removed. */
export type BlockChange = {
  id: string
  change: 'same' | 'added' | 'removed' | 'changed'
  /** Whether its position among the blocks of both versions changed. */
  isMoved: boolean
  from: Block | null
  to: Block | null
  words: TextChange[]
  /** What changed besides the words. */
  aspects: Aspect[]
}

/** How two versions of an article differ, in the reading order of the new one. */
export type ArticleChange = { blocks: BlockChange[]; fields: FieldChange[] }

function removed(block: Block): BlockChange {
  const words = wordsOf(block, 'removed')
  return { id: block.id, change: 'removed', isMoved: false, from: block, to: null, words, aspects: [] }
}

function added(block: Block): BlockChange {
  return {
    id: block.id,
    change: 'added',
    isMoved: false,
    from: null,
    to: block,
    words: wordsOf(block, 'added'),
    aspects: [],
  }
}

function wordsOf(block: Block, change: TextChange['change']): TextChange[] {
  const text = blockText(block)
  return text === '' ? [] : [{ text, change }]
}

function kept(from: Block, to: Block, isMoved: boolean): BlockChange {
  const { id } = to
  if (from === to || canonicalJson(from) === canonicalJson(to)) {
    return { id, change: 'same', isMoved, from, to, words: wordsOf(to, 'same'), aspects: [] }
  }
  const words = diffText(blockText(from), blockText(to), to.dir)
  return { id, change: 'changed', isMoved, from, to, words, aspects: changedAspects(from, to, words) }
}

/**
 * Compares two versions of an article by top-level blocks. Blocks with the same id are versions of one block. A removed
 * block is listed where it stood: after the blocks that stood before it.
 */
export function diffArticles(from: Article, to: Article): ArticleChange {
  const steps = diffInSteps(from, to)
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

/**
 * Does the same as `diffArticles`, but yields after every block, so that comparing a long article does not block the
 * window.
 */
export function* diffInSteps(from: Article, to: Article): Generator<void, ArticleChange> {
  const oldPlaces = new Map(from.document.map(({ id }, place) => [id, place]))
  const newIds = new Set(to.document.map(({ id }) => id))
  const stable = stablePlaces(to.document.flatMap(({ id }) => oldPlaces.get(id) ?? []))
  const blocks: BlockChange[] = []
  let place = 0
  const pushRemoved = (): void => {
    for (; place < from.document.length && !stable.has(place); place += 1) {
      const block = from.document[place]
      if (block !== undefined && !newIds.has(block.id)) blocks.push(removed(block))
    }
  }
  for (const block of to.document) {
    pushRemoved()
    const old = oldPlaces.get(block.id)
    const before = old === undefined ? undefined : from.document[old]
    if (old === undefined || before === undefined) blocks.push(added(block))
    else blocks.push(kept(before, block, !stable.has(old)))
    if (old === place) place += 1
    yield
  }
  pushRemoved()
  return { blocks, fields: diffMetadata(from.metadata, to.metadata) }
}
