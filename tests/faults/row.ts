/** The result of one kind of fault. */
export type Row = {
  fault: string
  /** How often it was injected. */
  times: number
  /** The losses, in words. There must be none. */
  losses: string[]
  /** Other results, in words. */
  notes: string[]
  /** Why it was not run here. */
  skipped?: string
}

/** @returns a row for a fault that cannot be injected on this machine. */
export function skippedRow(fault: string, why: string): Row {
  return { fault, times: 0, losses: [], notes: [], skipped: why }
}
