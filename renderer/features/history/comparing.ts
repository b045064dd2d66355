/** The keys of the two versions that are compared; `to` is null for the current article. */
export type Comparing = { from: string; to: string | null }
