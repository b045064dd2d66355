import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

export const top = join(import.meta.dirname, '..', '..')

// Node caches the compiled sources here: every process that a test starts needs the same ones.
const ENV = { NODE_COMPILE_CACHE: join(top, '.cache', 'node') }

/**
 * Starts a program on this Node: one of a package by its path below `node_modules`, or one of ours by its path from
 * `build/`. The streams of the child are piped when `isBuffered`, else shared.
 */
function start(script: string, args: readonly string[], env: Record<string, string>, isBuffered: boolean) {
  const child = spawn(
    process.execPath,
    [join(top, script.startsWith('build/') ? '' : 'node_modules', script), ...args],
    {
      cwd: top,
      stdio: isBuffered ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, ...ENV, ...env },
    },
  )
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  child.once('error', reject)
  child.once('exit', (status) => resolve(status ?? 1))
  return { child, status: promise }
}

/** Runs a program of a package, with this process's streams. @returns its exit status. */
export function runTool(script: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  return start(script, args, env, false).status
}

/** Runs a program of a package without printing. @returns its exit status and its output, standard error last. */
export async function runBuffered(
  script: string,
  args: readonly string[],
): Promise<{ status: number; output: string }> {
  const { child, status } = start(script, args, {}, true)
  if (child.stdout === null || child.stderr === null) throw new Error('The streams of a buffered tool are pipes')
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { status: await status, output: output + errors }
}

/** Prints the heading of a phase, so that a long run can be followed. */
export function announce(what: string): void {
  process.stdout.write(`\n— ${what}\n`)
}
