import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '#tests/support/free-port.ts'
import { prepareWordpress, type Accounts } from './prepare.ts'

export type Wordpress = {
  /** Without a trailing slash. */
  url: string
  accounts: Accounts
  /** The folder of the site. */
  folder: string
  stop: () => Promise<void>
}

/**
 * Starts a WordPress: a copy of the template, on its own port, in its own process group.
 * @param url the address that it takes for its own, for a proxy before it
 */
export async function startWordpress(url?: (port: number) => string): Promise<Wordpress> {
  const { template, accounts } = prepareWordpress()
  // Beside the template: hard links do not work across disks.
  const top = mkdtempSync(join(dirname(template), 'site-'))
  const folder = join(top, 'site')
  // Hard links for the code, which never changes; the database is copied.
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
      // The whole group: PHP's workers are separate processes.
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
      await ended
      rmSync(top, { recursive: true, force: true })
    },
  }
}
