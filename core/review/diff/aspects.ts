import type { AnyBlock, Block } from '../../article/block.ts'
import { canonicalJson } from '../../article/canonical.ts'
import { childBlocks, figures } from '../../article/text-nodes.ts'
import type { FieldName } from '../../article/traits.ts'
import { linkAddresses, markedText, type Mark, type MarkedText } from './marked-text.ts'
import type { TextChange } from './text.ts'

/** A property of a block that changed besides its words. `rest`: something that this list does not name. */
export type Aspect = Mark | 'kind' | 'direction' | 'level' | 'list' | 'header' | 'picture' | 'alt' | 'address' | 'rest'

/**
 * What a change of each field is shown as. Null: it is compared elsewhere (`asset`, by `pictures`) or counts as `rest`.
 */
const FIELDS: Readonly<Record<FieldName | 'dir', Aspect | null>> = {
  dir: 'direction',
  level: 'level',
  ordered: 'list',
  depth: 'list',
  header: 'header',
  alt: 'alt',
  url: 'address',
  asset: null,
  date: null,
}

/** @returns a block and all blocks inside it, by id. */
function allBlocks(block: AnyBlock): Map<string, AnyBlock> {
  return new Map([[block.id, block], ...childBlocks(block).flatMap((child) => [...allBlocks(child)])])
}

function changedFields(from: Block, to: Block): Aspect[] {
  const before = allBlocks(from)
  return [...allBlocks(to)].flatMap(([id, block]) => {
    const old = before.get(id)
    if (old === undefined || old.type !== block.type) return []
    return Object.entries(FIELDS).flatMap(([field, aspect]) =>
      aspect === null || same(old[field], block[field]) ? [] : [aspect],
    )
  })
}

function same(one: unknown, other: unknown): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null)
}

function pictures(block: Block): (string | null)[] {
  return figures([block]).map(({ asset }) => asset?.hash ?? null)
}

/**
 * @returns a function that returns the next `length` UTF-16 units of a text with their marks, from where it stopped
 *   before.
 */
function markReader(texts: readonly MarkedText[]): (length: number) => MarkedText[] {
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

/** @returns the marks that were added to or removed from words that both versions have. */
function changedMarks(from: Block, to: Block, words: readonly TextChange[]): Mark[] {
  const takeOld = markReader(markedText(from))
  const takeNew = markReader(markedText(to))
  const changed = new Set<Mark>()
  for (const { text, change } of words) {
    const old = change === 'added' ? [] : takeOld(text.length)
    const now = change === 'removed' ? [] : takeNew(text.length)
    if (change !== 'same') continue
    for (const mark of marksThatDiffer(old, now)) changed.add(mark)
  }
  return [...changed]
}

/** @returns the marks in which two versions of the same text differ anywhere. */
function marksThatDiffer(old: readonly MarkedText[], now: readonly MarkedText[]): Mark[] {
  const all = new Set([...old, ...now].flatMap(({ marks }) => [...marks]))
  const spans = (texts: readonly MarkedText[], mark: Mark): string =>
    texts.map(({ text, marks }) => (marks.has(mark) ? '1' : '0').repeat(text.length)).join('')
  return [...all].filter((mark) => spans(old, mark) !== spans(now, mark))
}

/** @returns what changed in a block besides its words, each aspect once. `words` is the diff of its text. */
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
