import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'

/** Why a test is skipped where no medium can be mounted. */
export const NO_MOUNT = 'skipped: only root may mount a small medium, and not in every container'

function run(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}

/** A small mounted medium, which can be filled and made read-only. */
export type Medium = {
  readonly folder: string
  /** @returns whether it succeeded: it does not while a file is open for writing. */
  setReadOnly(isReadOnly: boolean): boolean
  unmount(): void
}

/** @returns a medium in memory of this many bytes, or null where mounting is not allowed. */
export function mountMedium(folder: string, bytes: number): Medium | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  mkdirSync(folder, { recursive: true })
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder)) return null
  return {
    folder,
    setReadOnly: (isReadOnly) => run('mount', '-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, folder),
    unmount: () => void run('umount', '-l', folder),
  }
}
