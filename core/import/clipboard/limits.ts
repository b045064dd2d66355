// What a window can insert and draw while it answers keys. The rest is imported from a file.

/** Longer HTML is not parsed. In UTF-16 units. */
export const MAX_HTML = 4_000_000

/** The most blocks and texts that are pasted. */
export const MAX_NODES = 6000

/** The most lines of plain text that are pasted. */
export const MAX_LINES = 3000

/** The most text that is pasted. In UTF-16 units. */
export const MAX_TEXT = 300_000

/** The longest line, in UTF-16 units. Chromium takes a second for each key in an Arabic line of twice as much. */
export const MAX_LINE = 20_000
