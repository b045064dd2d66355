import type { FoundArticle, TakeAs } from '#core/contract/import.ts'

/** What a person decides of an article of a file. `here`: the one that is in the store stays as it is. */
export type Decision = TakeAs | 'here'

export type Choice = { index: number; as: TakeAs }

/** @returns the ways in which an article can come in, the likeliest first. */
export function waysIn({ known }: FoundArticle): Decision[] {
  if (known === null) return ['new']
  if (known.isInBin) return ['copy', 'here']
  if (known.isSame || !known.isReplaceable) return ['here', 'copy']
  return ['here', 'revision', 'copy']
}

/** @returns what is asked of the service: the chosen articles that are to come in. */
export function choicesOf(
  articles: readonly FoundArticle[],
  chosen: ReadonlySet<number>,
  decisions: ReadonlyMap<number, Decision>,
): Choice[] {
  return articles.flatMap((article) => {
    const as = decisions.get(article.index) ?? waysIn(article)[0] ?? 'new'
    return chosen.has(article.index) && as !== 'here' ? [{ index: article.index, as }] : []
  })
}
