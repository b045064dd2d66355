import type { Timers } from './autosave.ts'

/** The window's own. The clock that is shown to people may be set back while somebody types; this one only goes on. */
export const timers: Timers = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
