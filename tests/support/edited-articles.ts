import fc from 'fast-check'
import type { Article } from '#core/article/article.ts'
import { normaliseDocument } from '#core/article/normalise.ts'
import { counter } from './articles.ts'

/** A block as JSON, which an edit may break: the normaliser mends it. */
type Draft = Record<string, unknown> & { id: string; type: string; children: Draft[] }

/** Chooses numbers; the same ones for the same seed. */
export class Chooser {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  /** @returns a whole number from 0 up to but not `below`. */
  below(below: number): number {
    // Numerical Recipes' linear congruential generator. Its low bits repeat soon, so the high ones are taken.
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0
    return Math.floor((this.#state / 2 ** 32) * below)
  }

  of<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)]
  }
}

const isLine = (block: Draft): boolean => block.children.some((child) => !('id' in child)) && block.type !== 'separator'
const isContainer = (block: Draft): boolean => block.children.some((child) => 'id' in child)

/** @returns every list of blocks in a document. */
function lists(blocks: Draft[]): Draft[][] {
  return [blocks, ...blocks.filter(isContainer).flatMap(({ children }) => lists(children))]
}

const all = (blocks: Draft[]): Draft[] => lists(blocks).flat()
const lines = (blocks: Draft[]): Draft[] => all(blocks).filter(isLine)

const RUNNING: ReadonlySet<string> = new Set(['paragraph', 'subhead', 'pullquote', 'correction', 'list-item'])
const isRunning = ({ type }: Draft): boolean => RUNNING.has(type)
const running = (blocks: Draft[]): Draft[][] => lists(blocks).filter((list) => list.some(isRunning))

const WORDS = ['الوزير', 'قالَ', 'بغداد', '+964 770 123', 'أمس،', '3-1', 'النفط', 'C++', '.', 'في']

type Leaf = { text: string } & Record<string, unknown>
const leaves = (block: Draft | undefined): Leaf[] =>
  (block?.children ?? []).flatMap((child) =>
    typeof child['text'] === 'string' ? [child as unknown as Leaf] : leaves(child),
  )

type Edit = (document: Draft[], choose: Chooser, newId: () => string) => void

const EDITS: Readonly<Record<string, Edit>> = {
  words(document, choose) {
    const leaf = choose.of(leaves(choose.of(lines(document))))
    if (leaf === undefined) return
    const words = leaf.text.split(' ')
    const at = choose.below(words.length + 1)
    const added = Array.from({ length: choose.below(3) }, () => choose.of(WORDS) ?? '')
    words.splice(at, choose.below(3), ...added)
    leaf.text = words.join(' ')
  },
  split(document, choose, newId) {
    const list = choose.of(running(document))
    const block = choose.of((list ?? []).filter(isRunning))
    const at = choose.below(block?.children.length ?? 0)
    const inline = block?.children[at]
    if (list === undefined || block === undefined || typeof inline?.['text'] !== 'string') return
    const text = inline['text']
    const spaces = [...text.matchAll(/ /gu)].map(({ index }) => index)
    const cut = choose.of([...spaces, choose.below(text.length + 1)]) ?? 0
    const rest = [{ ...inline, text: text.slice(cut) } as unknown as Draft, ...block.children.slice(at + 1)]
    block.children = [...block.children.slice(0, at), { ...inline, text: text.slice(0, cut) }]
    list.splice(list.indexOf(block) + 1, 0, { ...block, id: newId(), children: rest })
  },
  join(document, choose) {
    const pairs = running(document).flatMap((list) =>
      list.slice(1).flatMap((other, index) => {
        const one = list[index]
        return one !== undefined && isRunning(one) && isRunning(other) ? [{ list, one, other }] : []
      }),
    )
    const pair = choose.of(pairs)
    if (pair === undefined) return
    const { list, one, other } = pair
    const between = choose.below(2) === 0 ? [{ text: ' ' } as unknown as Draft] : []
    one.children = [...one.children, ...between, ...other.children]
    list.splice(list.indexOf(other), 1)
  },
  move(document, choose) {
    const from = choose.of(lists(document))
    const block = choose.of(from ?? [])
    if (from === undefined || block === undefined) return
    from.splice(from.indexOf(block), 1)
    const to = choose.of(lists(document))
    to?.splice(choose.below(to.length + 1), 0, block)
  },
  remove(document, choose) {
    const list = choose.of(lists(document))
    list?.splice(choose.below(list.length), 1 + choose.below(2))
  },
  unwrap(document, choose) {
    const list = choose.of(lists(document).filter((each) => each.some(isContainer)))
    const block = choose.of((list ?? []).filter(isContainer))
    if (list !== undefined && block !== undefined) list.splice(list.indexOf(block), 1, ...block.children)
  },
  copy(document, choose, newId) {
    const block = structuredClone(choose.of(all(document)))
    if (block === undefined) return
    const keepsIds = choose.below(4) === 0
    if (!keepsIds) for (const each of all([block])) each.id = newId()
    const to = choose.of(lists(document))
    to?.splice(choose.below(to.length + 1), 0, block)
  },
  kind(document, choose) {
    const block = choose.of(all(document))
    const type = choose.of(['paragraph', 'subhead', 'pullquote', 'quote', 'list', 'factbox', 'list-item', 'correction'])
    if (block !== undefined && type !== undefined && 'id' in block) block.type = type
  },
  field(document, choose) {
    const block = choose.of(all(document))
    if (block === undefined) return
    const [name, value] = choose.of([
      ['dir', 'ltr'],
      ['dir', 'rtl'],
      ['level', 3],
      ['depth', 1],
      ['ordered', true],
      ['alt', 'وصف'],
      ['url', 'https://example.org/'],
      ['later', { a: 1 }],
    ] as const) ?? ['dir', 'rtl']
    block[name] = value
  },
  swapIds(document, choose) {
    const [one, other] = [choose.of(all(document)), choose.of(all(document))]
    if (one === undefined || other === undefined) return
    ;[one.id, other.id] = [other.id, one.id]
  },
  mark(document, choose) {
    const block = choose.of(lines(document))
    const leaf = choose.of(leaves(block))
    if (leaf === undefined) return
    const mark = choose.of(['bold', 'italic', 'glow']) ?? 'bold'
    if (leaf[mark] === undefined) leaf[mark] = true
    else delete leaf[mark]
  },
  wrap(document, choose) {
    const block = choose.of(lines(document))
    const at = choose.below(block?.children.length ?? 0)
    const inline = block?.children[at]
    if (block === undefined || typeof inline?.['text'] !== 'string') return
    const text = inline['text']
    const [start, end] = [choose.below(text.length + 1), choose.below(text.length + 1)].toSorted((a, b) => a - b)
    const wrapper = choose.of([
      { type: 'link', url: 'https://example.org/' },
      { type: 'link', url: 'https://example.com/' },
      { type: 'ltr' },
    ])
    const pieces: unknown[] = [
      { ...inline, text: text.slice(0, start) },
      { ...wrapper, children: [{ ...inline, text: text.slice(start, end) }] },
      { ...inline, text: text.slice(end) },
    ]
    block.children.splice(at, 1, ...(pieces as Draft[]))
  },
  object(document, choose) {
    const block = choose.of(lines(document))
    const inline = { type: 'unknown-inline', original: { type: 'poll' }, children: [{ text: '' }] }
    block?.children.splice(choose.below(block.children.length + 1), 0, inline as unknown as Draft)
  },
  column(document, choose, newId) {
    const table = choose.of(document.filter(({ type }) => type === 'table'))
    const at = choose.below(3)
    for (const row of table?.children ?? [])
      row.children.splice(at, 0, {
        type: 'table-cell',
        id: newId(),
        dir: 'rtl',
        children: [{ text: 'خلية' }],
      } as unknown as Draft)
  },
  row(document, choose, newId) {
    const table = choose.of(document.filter(({ type }) => type === 'table'))
    const row = structuredClone(choose.of(table?.children ?? []))
    if (row === undefined || table === undefined) return
    for (const each of [row, ...row.children]) each.id = newId()
    table.children.splice(choose.below(table.children.length + 1), 0, row)
  },
}

/** Most edits are edits of words; then come Enter and Backspace. */
const USUAL = ['words', 'words', 'split', 'split', 'join', 'join']
/** What an editor never does: ids that change places, copies that keep theirs, kinds that do not fit. */
const RARE: ReadonlySet<string> = new Set(['swapIds', 'copy', 'kind', 'field', 'object', 'unwrap'])
const KINDS = {
  editor: [...Object.keys(EDITS).filter((kind) => !RARE.has(kind)), ...USUAL],
  hostile: [...Object.keys(EDITS), ...USUAL],
}

/** An edit: what it does, and the seed of its choices. */
export type Step = { kind: string; seed: number }

/** Edits that an editor makes, or also those that only a file from elsewhere has. */
export const steps = (most: number, kinds: keyof typeof KINDS): fc.Arbitrary<Step[]> =>
  fc.array(fc.record({ kind: fc.constantFrom(...KINDS[kinds]), seed: fc.nat(2 ** 31) }), { maxLength: most })

/** @returns an article after edits. @param name tells the ids that this side makes from those of others */
export function edited(article: Article, edits: readonly Step[], name: string): Article {
  const newId = counter(`${name}-`)
  let document = structuredClone(article.document) as unknown as Draft[]
  const metadata: Record<string, unknown> = { ...article.metadata }
  for (const { kind, seed } of edits) {
    const choose = new Chooser(seed)
    EDITS[kind]?.(document, choose, newId)
    document = normaliseDocument(document, newId) as unknown as Draft[]
    if (choose.below(12) === 0) metadata[choose.of(['section', 'slug', 'place']) ?? 'place'] = choose.of(WORDS)
  }
  return { ...article, metadata: metadata as Article['metadata'], document: document as unknown as Article['document'] }
}
