import type { AnyBlock, Block } from '../../article/block.ts'
import { canonicalJson } from '../../article/canonical.ts'
import { childBlocks, figures } from '../../article/text-nodes.ts'
import { linkAddresses, markedText, type Mark, type MarkedText } from './marked-text.ts'
import type { TextChange } from './text.ts'

/** What changed of a block beside its words. `rest`: something that has no name here. */
export type Aspect = Mark | 'kind' | 'direction' | 'level' | 'list' | 'header' | 'picture' | 'alt' | 'address' | 'rest'

/** The fields of blocks that have a name of their own when they change. */
const FIELDS: Readonly<Record<string, Aspect>> = {
  dir: 'direction',
  level: 'level',
  ordered: 'list',
  depth: 'list',
  header: 'header',
  alt: 'alt',
  url: 'address',
}

/** @returns a block and all blocks in it, by their ids. */
function allBlocks(block: AnyBlock): Map<string, AnyBlock> {
  return new Map([[block.id, block], ...childBlocks(block).flatMap((child) => [...allBlocks(child)])])
}

function changedFields(from: Block, to: Block): Aspect[] {
  const before = allBlocks(from)
  return [...allBlocks(to)].flatMap(([id, block]) => {
    const old = before.get(id)
    if (old === undefined || old.type !== block.type) return []
    return Object.entries(FIELDS).flatMap(([field, aspect]) => (same(old[field], block[field]) ? [] : [aspect]))
  })
}

function same(one: unknown, other: unknown): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null)
}

function pictures(block: Block): (string | null)[] {
  return figures([block]).map(({ asset }) => asset?.hash ?? null)
}

/** Walks a text of marks by lengths. @returns a function that takes the next so many letters. */
function walker(texts: readonly MarkedText[]): (length: number) => MarkedText[] {
  let [index, offset] = [0, 0]
  return (length) => {
    const taken: MarkedText[] = []
    for (let left = length; left > 0;) {
      const here = texts[index]
      if (here === undefined) break
      const text = here.text.slice(offset, offset + left)
      taken.push({ text, marks: here.marks })
      left -= text.length
      offset += text.length
      if (offset === here.text.length) [index, offset] = [index + 1, 0]
    }
    return taken
  }
}

/** @returns the marks that words have now and had not, or had; of words that stayed. */
function changedMarks(from: Block, to: Block, words: readonly TextChange[]): Mark[] {
  const takeOld = walker(markedText(from))
  const takeNew = walker(markedText(to))
  const changed = new Set<Mark>()
  for (const { text, change } of words) {
    const old = change === 'added' ? [] : takeOld(text.length)
    const now = change === 'removed' ? [] : takeNew(text.length)
    if (change !== 'same') continue
    for (const mark of marksThatDiffer(old, now)) changed.add(mark)
  }
  return [...changed]
}

/** @returns the marks in which two texts of the same letters differ, letter by letter. */
function marksThatDiffer(old: readonly MarkedText[], now: readonly MarkedText[]): Mark[] {
  const all = new Set([...old, ...now].flatMap(({ marks }) => [...marks]))
  const spans = (texts: readonly MarkedText[], mark: Mark): string =>
    texts.map(({ text, marks }) => (marks.has(mark) ? '1' : '0').repeat(text.length)).join('')
  return [...all].filter((mark) => spans(old, mark) !== spans(now, mark))
}

/** @returns what of a block changed beside its words, each once. */
export function changedAspects(from: Block, to: Block, words: readonly TextChange[]): Aspect[] {
  const aspects = new Set<Aspect>([
    ...(from.type === to.type ? [] : ['kind' as const]),
    ...(same(pictures(from), pictures(to)) ? [] : ['picture' as const]),
    ...changedFields(from, to),
    ...changedMarks(from, to, words),
  ])
  if (!aspects.has('link') && !same(linkAddresses(from), linkAddresses(to))) aspects.add('address')
  if (aspects.size === 0 && words.every(({ change }) => change === 'same')) aspects.add('rest')
  return [...aspects]
}
