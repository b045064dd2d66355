import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ChildResult } from './child.ts'

const SAVES = 200

/** Compiles the counter of syncs. @returns its environment, or null without a C compiler. */
function counter(folder: string): { LD_PRELOAD: string; MIDAD_SYNCS: string } | null {
  const [library, count] = [join(folder, 'count-syncs.so'), join(folder, 'syncs.bin')]
  try {
    const source = join(import.meta.dirname, 'count-syncs.c')
    execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl'], { stdio: 'pipe' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  writeFileSync(count, Buffer.alloc(8))
  return { LD_PRELOAD: library, MIDAD_SYNCS: count }
}

/** Runs a service over a closed store in its own process, and counts its syncs. @param folder for the counter */
export function runAlone(store: string, folder: string): ChildResult {
  const isLinux = process.platform === 'linux'
  const env = { ...process.env, ...(isLinux ? counter(folder) : null) }
  const child = join(import.meta.dirname, 'child.ts')
  const output = execFileSync(process.execPath, [child, store, String(SAVES)], { env, encoding: 'utf8' })
  return JSON.parse(output) as ChildResult
}
