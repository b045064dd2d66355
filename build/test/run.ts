import { spawn } from 'node:child_process'
import { join } from 'node:path'

export const top = join(import.meta.dirname, '..', '..')

/** Runs a program of a package on this Node, with this process's streams. @returns its exit status. */
export function runTool(script: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const child = spawn(process.execPath, [join(top, 'node_modules', script), ...args], {
    cwd: top,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  child.once('error', reject)
  child.once('exit', (status) => resolve(status ?? 1))
  return promise
}

/** Says what begins now, so that a long run can be followed. */
export function announce(what: string): void {
  process.stdout.write(`\n— ${what}\n`)
}
