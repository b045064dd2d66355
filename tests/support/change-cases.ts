import fc from 'fast-check'
import type { Article } from '#core/article/article.ts'
import { normaliseDocument } from '#core/article/normalise.ts'
import type { Sides } from '#core/changes/sides.ts'
import { counter } from './articles.ts'
import { edited, steps, type Step } from './edited-articles.ts'
import { fullArticle } from './full-article.ts'

const FULL = fullArticle()
/** Every type of block, and some paragraphs of a real article. Few blocks make a dense article, in which edits meet. */
const POOL = FULL.document.flatMap(({ type }, place) =>
  type !== 'paragraph' || place < 6 || place > 20 ? [place] : [],
)

/** A generated article, and what two sides did with it. The same case makes the same articles. */
export type ChangeCase = {
  /** The places of its blocks in the full article. */
  readonly blocks: readonly number[]
  readonly ours: readonly Step[]
  readonly theirs: readonly Step[]
  /** The blocks of another article, which is theirs; null where they edited the same. */
  readonly unrelated: readonly number[] | null
  /** Decides which groups are taken, which clash is settled how, and which words are followed. */
  readonly seed: number
}

const some = fc.subarray(POOL, { minLength: 2, maxLength: 7 })

/** Edits of an editor, hostile ones, and articles that have nothing to do with each other. */
export const changeCases: fc.Arbitrary<ChangeCase> = fc.oneof(
  { weight: 5, arbitrary: caseOf('editor', fc.constant(null)) },
  { weight: 5, arbitrary: caseOf('hostile', fc.constant(null)) },
  { weight: 1, arbitrary: caseOf('hostile', some) },
)

function caseOf(
  kinds: 'editor' | 'hostile',
  unrelated: fc.Arbitrary<readonly number[] | null>,
): fc.Arbitrary<ChangeCase> {
  const edits = steps(5, kinds)
  return fc.record({ blocks: some, ours: edits, theirs: edits, unrelated, seed: fc.nat(2 ** 31) })
}

function articleOf(places: readonly number[]): Article {
  const document = places.flatMap((place) => FULL.document[place] ?? [])
  return { ...FULL, document: normaliseDocument(document, counter('n')) }
}

/** @returns the articles of a case. */
export function sidesOf({ blocks, ours, theirs, unrelated }: ChangeCase): Sides {
  const base = articleOf(blocks)
  return {
    base,
    ours: sharing(edited(base, ours, 'x'), base),
    theirs: sharing(edited(unrelated === null ? base : articleOf(unrelated), theirs, 'y'), base),
  }
}

/** @returns the article with the very blocks of another where they are equal, as an editor has them. */
function sharing(article: Article, other: Article): Article {
  const known = new Map(other.document.map((block) => [JSON.stringify(block), block]))
  return { ...article, document: article.document.map((block) => known.get(JSON.stringify(block)) ?? block) }
}
