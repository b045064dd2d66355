import { secondsLine } from './report.ts'
import { announce } from './run.ts'

export type Phases = {
  /** Announces a phase and runs it. @returns what it returned. */
  phase: <Result>(what: string, run: () => Promise<Result>) => Promise<Result>
  /** @returns one line for each phase that has ended: its seconds and its name. */
  summary: () => string
}

/** @returns the phases of one run, each measured by the given clock of milliseconds. */
export function phases(now: () => number = () => performance.now()): Phases {
  const lines: string[] = []
  return {
    async phase(what, run) {
      announce(what)
      const start = now()
      const result = await run()
      lines.push(secondsLine(now() - start, what))
      return result
    },
    summary: () => lines.join(''),
  }
}
