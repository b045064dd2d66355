import { ContractError } from '#core/contract/errors.ts'

/** What the window says of the text. `saved` is said only after the store has said so. */
export type SaveStatus =
  | { state: 'saved' }
  | { state: 'unsaved' }
  | { state: 'saving' }
  /** `final`: trying again cannot help, a person must decide. */
  | { state: 'failed'; error: unknown; final: boolean }

export type Timers = {
  now(): number
  /** @returns a function that cancels. */
  after(ms: number, run: () => void): () => void
}

type AutosaveOptions = {
  /** Commits what stands in the window at the moment of the call. */
  save: () => Promise<void>
  /** Whether a refusal stays however often one tries. */
  isFinal: (error: unknown) => boolean
  onStatus: (status: SaveStatus) => void
  timers: Timers
}

/** Keeps a text saved while it is being written. */
export type Autosave = {
  /** Something was written. */
  readonly changed: () => void
  /** Saves at once whatever is not saved. @returns whether all of it is saved now. */
  readonly flush: () => Promise<boolean>
  /** Tries again what was refused for good, after a person has decided. @returns as `flush` does. */
  readonly retry: () => Promise<boolean>
  /** What was not saved is kept in another place, and counts as saved. */
  readonly abandon: () => void
  /** Forgets the timers. What is under way goes on. */
  readonly stop: () => void
}

/** A pause of this length means that a thought has ended. */
const PAUSE_MS = 1000
/** Nobody may lose more than two seconds, however fast they type; the rest is for the way to the disk. */
const LONGEST_MS = 1500
/** A save that takes longer may never end, as on a disk that hangs: the person is told, while it goes on. */
const SLOW_MS = 5000
const RETRY_MS = [1000, 2000, 4000, 8000, 15_000]

/** @returns an autosave for one open article. One save runs at a time, and always with the latest text. */
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
    // Between failures the status goes on saying what failed: whoever hears it hears it once.
    if (failures === 0) onStatus({ state: 'saving' })
    // After a failure its own reason says more.
    if (failures === 0) {
      cancelSlow = timers.after(SLOW_MS, () =>
        onStatus({ state: 'failed', error: new ContractError('save-slow'), final: false }),
      )
    }
    try {
      await save()
    } catch (error) {
      // What was written during the attempt is as old as what the attempt did not save.
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
    // What was written while it ran.
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
      // Between failures the status goes on saying what failed.
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
