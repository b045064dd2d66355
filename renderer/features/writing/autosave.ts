import { ContractError } from '#core/contract/errors.ts'

/** The save status of the text. It is `saved` only after the service has acknowledged the save. */
export type SaveStatus =
  | { state: 'saved' }
  | { state: 'unsaved' }
  | { state: 'saving' }
  /** `final`: retrying cannot help, and a person must decide. */
  | { state: 'failed'; error: unknown; final: boolean }

export type Timers = {
  now(): number
  /** @returns a function that cancels the timer. */
  after(ms: number, run: () => void): () => void
}

type AutosaveOptions = {
  /** Saves the text as it is at the time of the call. */
  save: () => Promise<void>
  /** Whether retrying after this error is pointless. */
  isFinal: (error: unknown) => boolean
  onStatus: (status: SaveStatus) => void
  timers: Timers
}

/** Saves a text while it is being written. */
export type Autosave = {
  /** Reports a change of the text. */
  readonly changed: () => void
  /** Saves at once. @returns whether everything is saved now. */
  readonly flush: () => Promise<boolean>
  /** Retries after a final error, once a person has decided. @returns as `flush` does. */
  readonly retry: () => Promise<boolean>
  /** The text was saved elsewhere: treats it as saved. */
  readonly abandon: () => void
  /** Cancels the timers. A running save continues. */
  readonly stop: () => void
}

/** Save after a pause of this length. */
const PAUSE_MS = 1000
/** Save at the latest after this time of typing. A crash may cost at most two seconds; the rest is for the save itself. */
const LONGEST_MS = 1500
/** A save that takes longer may never end, for instance on a disk that hangs. It goes on, and the window reports it. */
const SLOW_MS = 5000
const RETRY_MS = [1000, 2000, 4000, 8000, 15_000]

/** @returns an autosave for one open article. One save runs at a time, always with the latest text. */
export function createAutosave({ save, isFinal, onStatus, timers }: AutosaveOptions): Autosave {
  let dirtySince: number | null = null
  let running: Promise<boolean> | null = null
  let failures = 0
  let isBlocked = false
  let cancel = (): void => {}
  let cancelSlow = (): void => {}

  const schedule = (ms: number): void => {
    cancel()
    cancel = timers.after(ms, () => void run())
  }

  async function attempt(): Promise<boolean> {
    const since = dirtySince ?? timers.now()
    dirtySince = null
    // After a failure the status stays `failed` during retries, so that a screen reader announces it once.
    if (failures === 0) onStatus({ state: 'saving' })
    // After a failure, the reason of that failure says more.
    if (failures === 0) {
      cancelSlow = timers.after(SLOW_MS, () =>
        onStatus({ state: 'failed', error: new ContractError('save-slow'), final: false }),
      )
    }
    try {
      await save()
    } catch (error) {
      // Text typed during the failed attempt counts as old as the text that it did not save.
      dirtySince = since
      isBlocked = isFinal(error)
      onStatus({ state: 'failed', error, final: isBlocked })
      if (!isBlocked) schedule(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? PAUSE_MS)
      failures += 1
      return false
    } finally {
      cancelSlow()
    }
    failures = 0
    onStatus({ state: dirtySince === null ? 'saved' : 'unsaved' })
    return true
  }

  async function run(): Promise<boolean> {
    cancel()
    if (running !== null) return running
    running = attempt()
    try {
      return await running
    } finally {
      running = null
      if (dirtySince !== null && failures === 0) schedule(Math.max(0, dirtySince + LONGEST_MS - timers.now()) / 2)
    }
  }

  async function flush(): Promise<boolean> {
    if (running !== null) await running
    // Repeat for text typed during the save.
    // oxlint-disable-next-line no-unmodified-loop-condition -- `run` changes both
    while (dirtySince !== null && !isBlocked) {
      // oxlint-disable-next-line no-await-in-loop -- each save starts from the one before
      if (!(await run())) return false
    }
    return dirtySince === null
  }

  return {
    changed() {
      if (isBlocked) return
      const isFirst = dirtySince === null
      dirtySince ??= timers.now()
      if (running !== null) return
      // After a failure the status stays `failed`.
      if (isFirst) onStatus({ state: 'unsaved' })
      if (failures === 0) schedule(Math.max(0, Math.min(PAUSE_MS, dirtySince + LONGEST_MS - timers.now())))
    },
    flush,
    retry() {
      isBlocked = false
      return flush()
    },
    abandon() {
      cancel()
      cancelSlow()
      dirtySince = null
      isBlocked = false
      failures = 0
      onStatus({ state: 'saved' })
    },
    stop() {
      cancel()
      cancelSlow()
    },
  }
}
