import type { FoundArticle, TakeAs } from '#core/contract/import.ts'

/**
 * How to import an article. `here` imports nothing: the article in the store stays as it is. `merge` imports nothing yet:
 * a person first sees what comes in.
 */
export type Decision = TakeAs | 'here' | 'merge'

export type Choice = { index: number; as: TakeAs }

/**
 * @param isOnly whether it is the file's only article; of several, none is merged unless a person says so
 * @returns the ways in which an article can be imported, the likeliest first
 */
export function importWays({ known, similar }: FoundArticle, isOnly: boolean): Decision[] {
  if (known === null) return similar === null ? ['new'] : ['new', 'proposals']
  if (known.isInBin) return ['copy', 'here']
  if (known.isReturned) return ['proposals', 'here', 'copy']
  if (known.isSame || !known.isReplaceable) return ['here', 'copy']
  if (known.merge !== 'possible') return ['here', 'revision', 'copy']
  return isOnly ? ['merge', 'here', 'revision', 'copy'] : ['here', 'merge', 'revision', 'copy']
}

/** What to do with the chosen articles of a file. */
export type Taking = {
  /** Those to import, as the contract takes them. */
  choices: Choice[]
  /** Those to merge into the articles here, one after another. */
  merges: number[]
}

/** @returns what to do with the articles of a file, as a person decided. */
export function takingOf(
  articles: readonly FoundArticle[],
  chosen: ReadonlySet<number>,
  decisions: ReadonlyMap<number, Decision>,
): Taking {
  const taking: Taking = { choices: [], merges: [] }
  for (const article of articles) {
    const as = decisions.get(article.index) ?? importWays(article, articles.length === 1)[0] ?? 'new'
    if (!chosen.has(article.index) || as === 'here') continue
    if (as === 'merge') taking.merges.push(article.index)
    else taking.choices.push({ index: article.index, as })
  }
  return taking
}
