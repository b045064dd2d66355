/** What one kind of fault did. */
export type Row = {
  fault: string
  /** How often it was injected. */
  times: number
  /** What was lost, each in words. The promise is that there is none. */
  losses: string[]
  /** What else came out, in words. */
  notes: string[]
  /** Why it was not run here. */
  skipped?: string
}

/** @returns a row for a fault that this machine cannot have. */
export function skippedRow(fault: string, why: string): Row {
  return { fault, times: 0, losses: [], notes: [], skipped: why }
}
