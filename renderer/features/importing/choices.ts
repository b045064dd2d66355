import type { FoundArticle, TakeAs } from '#core/contract/import.ts'

/** How to import an article. `here` imports nothing: the article in the store stays as it is. */
export type Decision = TakeAs | 'here'

export type Choice = { index: number; as: TakeAs }

/** @returns the ways in which an article can be imported, the likeliest first. */
export function importWays({ known }: FoundArticle): Decision[] {
  if (known === null) return ['new']
  if (known.isInBin) return ['copy', 'here']
  if (known.isSame || !known.isReplaceable) return ['here', 'copy']
  return ['here', 'revision', 'copy']
}

/** @returns the chosen articles to import, as the contract takes them. */
export function choicesOf(
  articles: readonly FoundArticle[],
  chosen: ReadonlySet<number>,
  decisions: ReadonlyMap<number, Decision>,
): Choice[] {
  return articles.flatMap((article) => {
    const as = decisions.get(article.index) ?? importWays(article)[0] ?? 'new'
    return chosen.has(article.index) && as !== 'here' ? [{ index: article.index, as }] : []
  })
}
