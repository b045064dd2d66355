import type { Timers } from './autosave.ts'

/** The window's timers. They use the monotonic clock, because the wall clock may be set back. */
export const timers: Timers = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
