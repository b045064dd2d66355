import { execFile } from 'node:child_process'
import { join } from 'node:path'

const top = join(import.meta.dirname, '..', '..')

export type Result = { status: number; out: string; err: string }

/** Runs the command line as a person does, in a process of its own, and in English. */
export function runMidad(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Result> {
  const { promise, resolve } = Promise.withResolvers<Result>()
  const options = { cwd: top, env: { ...process.env, LC_ALL: 'C', ...env } }
  execFile(process.execPath, [join(top, 'electron', 'cli', 'main.ts'), ...args], options, (error, out, err) => {
    resolve({ status: typeof error?.code === 'number' ? error.code : 0, out, err })
  })
  return promise
}
