/** The result of making calls fail. */
export type Failed = {
  /** How many calls were made to fail. */
  injected: number
  /** How many operations were refused; the others did not need the call. */
  refused: number
  losses: string[]
  /** Which calls failed, on which files. */
  calls: string[]
}
