import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs the work with a new folder, which is gone afterwards. @param inMemory where a real disk would only be slow */
export async function withFolder<T>(work: (folder: string) => T | Promise<T>, inMemory = false): Promise<T> {
  const base = inMemory && existsSync('/dev/shm') ? '/dev/shm' : realpathSync(tmpdir())
  const folder = mkdtempSync(join(base, 'midad-faults-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
