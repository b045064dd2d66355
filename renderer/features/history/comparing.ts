/** Two moments that are compared, by their keys; `to` is null for the article as it is now. */
export type Comparing = { from: string; to: string | null }
