/** Longer HTML is not parsed. In UTF-16 units. */
export const MAX_HTML = 4_000_000

/** The most blocks and texts that are pasted: a window that draws more would answer nobody for seconds. */
export const MAX_NODES = 10_000

/** The most text that is pasted. In UTF-16 units. */
export const MAX_TEXT = 1_000_000
