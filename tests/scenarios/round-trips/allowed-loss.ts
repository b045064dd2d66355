import type { Article } from '#core/article/article.ts'
import type { Block } from '#core/article/block.ts'

/** Something that a format loses or changes in a round trip. */
export type AllowedLoss = {
  /** For people, in `docs/formats.md`. */
  readonly words: string
  /** @returns the article after the loss. */
  readonly apply: (article: Article) => Article
  /** The import makes it anew, so both sides are compared without it. */
  readonly isMadeAnew?: boolean
}

/** @returns the article with other blocks in place of each block. */
export const withDocument = (article: Article, change: (block: Block) => Block[]): Article => ({
  ...article,
  document: article.document.flatMap(change),
})

export const rowNames: AllowedLoss = {
  words: 'that the first column of a table names its rows',
  apply: (article) =>
    withDocument(article, (block) => {
      if (block.type !== 'table') return [block]
      const { headerColumn: _headerColumn, ...table } = block
      return [table]
    }),
}
