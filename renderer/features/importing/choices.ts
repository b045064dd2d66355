import type { FoundArticle, TakeAs } from '#core/contract/import.ts'

/**
 * How to import an article. `here` imports nothing: the article in the store stays as it is. `merge` imports nothing yet:
 * a person first sees what comes in.
 */
export type Decision = TakeAs | 'here' | 'merge'

export type Choice = { index: number; as: TakeAs }

/**
 * @param isOnly whether it is the file's only article; several are not merged at once
 * @returns the ways in which an article can be imported, the likeliest first
 */
export function importWays({ known, similar }: FoundArticle, isOnly: boolean): Decision[] {
  if (known === null) return similar === null ? ['new'] : ['new', 'proposals']
  if (known.isInBin) return ['copy', 'here']
  if (known.isReturned) return ['proposals', 'here', 'copy']
  if (known.isSame || !known.isReplaceable) return ['here', 'copy']
  return known.merge === 'possible' && isOnly ? ['merge', 'here', 'revision', 'copy'] : ['here', 'revision', 'copy']
}

/** @returns the chosen articles to import, as the contract takes them. */
export function choicesOf(
  articles: readonly FoundArticle[],
  chosen: ReadonlySet<number>,
  decisions: ReadonlyMap<number, Decision>,
): Choice[] {
  return articles.flatMap((article) => {
    const as = decisions.get(article.index) ?? importWays(article, articles.length === 1)[0] ?? 'new'
    return chosen.has(article.index) && as !== 'here' && as !== 'merge' ? [{ index: article.index, as }] : []
  })
}
