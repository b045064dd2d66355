import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { prepareWordpress, type Accounts } from './prepare.ts'

export type Wordpress = {
  /** Without a slash at its end. */
  url: string
  accounts: Accounts
  /** Where it lies, for whoever wants to look into its files. */
  folder: string
  stop: () => Promise<void>
}

/** @returns a port that nobody uses now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('There is no port')
  return address.port
}

/**
 * Starts a WordPress of its own: a copy of the template, on a port of its own, in a process group of its own.
 * @param url what it takes for its address, when somebody stands before it
 */
export async function startWordpress(url?: (port: number) => string): Promise<Wordpress> {
  const { template, accounts } = prepareWordpress()
  // Beside the template: links do not reach onto another disk.
  const top = mkdtempSync(join(dirname(template), 'site-'))
  const folder = join(top, 'site')
  // Links for the code, which nobody changes; the database must be another file.
  execFileSync('cp', ['-al', template, folder])
  rmSync(join(folder, 'wp-content', 'database'), { recursive: true })
  cpSync(join(template, 'wp-content', 'database'), join(folder, 'wp-content', 'database'), { recursive: true })
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const child = spawn('php', ['-S', `127.0.0.1:${port}`, '-t', folder, join(folder, 'router.php')], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, MIDAD_WP_URL: url?.(port) ?? address, PHP_CLI_SERVER_WORKERS: '2' },
  })
  for await (const line of createInterface({ input: child.stderr })) {
    if (line.includes('started')) break
  }
  child.stderr.resume()
  return {
    url: address,
    accounts,
    folder,
    async stop() {
      const ended = once(child, 'exit')
      // The group, by its id: the workers are processes of their own.
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
      await ended
      rmSync(top, { recursive: true, force: true })
    },
  }
}
