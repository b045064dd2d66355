import type { CallOutput } from '#core/contract/contract.ts'
import type { ImportFormat } from '#core/import/format.ts'
import type { ImportedArticle } from '#core/import/imported.ts'

/** The files that came with an article, by path; its pictures are among them. */
export type FilesBeside = ReadonlyMap<string, Uint8Array>

/** Text without a format, line by line, for a person to review. */
export type Lines = Extract<CallOutput<'import.recognise'>, { kind: 'lines' }>

/** The articles of a file. `isWhole`: the file holds everything of them, their ids included. */
export type ReadArticles = {
  kind: 'articles'
  format: ImportFormat
  articles: ImportedArticle[]
  files: FilesBeside
  isWhole: boolean
}
