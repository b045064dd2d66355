import type { State } from '#core/review/states.ts'
import { sealedColumns, type ColumnOf } from '../sealed.ts'

/** What lists show and decisions rest on. */
export const ARTICLE_COLUMNS = sealedColumns([
  ...(['id', 'hash', 'state', 'creator', 'headline', 'deck', 'byline', 'section', 'has_image', 'save_number'] as const),
  ...(['created_at', 'updated_at', 'deleted_at'] as const),
])

type Values = Record<ColumnOf<typeof ARTICLE_COLUMNS> | 'seal', string>

/** A row of `articles` as `ARTICLE_COLUMNS.selected` gives it. */
export type ArticleRow = Omit<Values, 'state' | 'has_image' | 'save_number' | 'deleted_at'> & {
  state: State
  has_image: number
  save_number: number
  deleted_at: string | null
}
