import type { Fields } from '../json.ts'

/** The JSON of an article in any format. Nothing is checked except that `document` is an array. */
export type ArticleJson = Fields & { readonly document: readonly unknown[] }
