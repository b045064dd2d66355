import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs `work` with a new folder, and removes it. @param inMemory if a real disk would only be slower */
export async function withFolder<T>(work: (folder: string) => T | Promise<T>, inMemory = false): Promise<T> {
  const base = inMemory && existsSync('/dev/shm') ? '/dev/shm' : realpathSync(tmpdir())
  const folder = mkdtempSync(join(base, 'midad-faults-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
