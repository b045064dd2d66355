/** What came of letting calls fail. */
export type Failed = {
  /** How many calls were made to fail. */
  injected: number
  /** How many pieces of work were refused by it; the others could do without that call. */
  refused: number
  losses: string[]
  /** Which calls failed, on which files. */
  calls: string[]
}
