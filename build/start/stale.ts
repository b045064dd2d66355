import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** @returns a hash of the names and contents of all files that match a pattern. */
export function hashFiles(top: string, patterns: readonly string[]): string {
  const hash = createHash('sha256')
  for (const name of globSync([...patterns], { cwd: top }).toSorted()) {
    hash.update(`${name}\0`).update(readFileSync(join(top, name)))
  }
  return hash.digest('hex')
}

/** Builds if `hash` is not the one in the file `stamp`, where each successful build writes it. */
export async function buildIfStale(stamp: string, hash: string, build: () => Promise<void>): Promise<void> {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  await build()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
}
