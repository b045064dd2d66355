import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { freePort } from '#tests/support/free-port.ts'
import { setUp, type GhostAccess } from './set-up.ts'

export type Ghost = GhostAccess & {
  /** Without a trailing slash. */
  url: string
  stop: () => Promise<void>
}

const FOLDER = process.env['MIDAD_GHOST']

/** @returns why no Ghost is tested against, in words; null when one is named. @throws Error if it is not there. */
export function whyNoGhost(): string | null {
  if (FOLDER === undefined || FOLDER === '') return 'MIDAD_GHOST does not name its folder (CONTRIBUTING.md)'
  if (!existsSync(join(FOLDER, 'core', 'boot.js'))) throw new Error(`MIDAD_GHOST names no Ghost: ${FOLDER}`)
  if (!existsSync(join(FOLDER, 'node_modules'))) throw new Error(`Ghost’s packages are not installed in ${FOLDER}`)
  return null
}

/** A site that needs nothing of the network: no mail, no look for a newer version, no pictures of accounts. */
function configOf(url: string, port: number, folder: string): Record<string, string> {
  const config = {
    url,
    server: { host: '127.0.0.1', port },
    database: {
      client: 'better-sqlite3',
      connection: { filename: join(folder, 'ghost.db') },
      useNullAsDefault: true,
    },
    mail: { transport: 'stub' },
    paths: { contentPath: join(folder, 'content') },
    privacy: { useUpdateCheck: false, useGravatar: false, useRpcPing: false },
    logging: { transports: ['stdout'], level: 'info' },
    security: { staffDeviceVerification: false },
  }
  // Ghost reads its configuration from the environment, as JSON.
  return Object.fromEntries(Object.entries(config).map(([name, value]) => [name, JSON.stringify(value)]))
}

/** Waits until Ghost says that it is ready. @throws Error with its last words when it ends before. */
async function bootOf(output: Readable): Promise<void> {
  const said: string[] = []
  for await (const line of createInterface({ input: output })) {
    said.push(line)
    if (line.includes('Ghost booted')) {
      output.resume()
      return
    }
  }
  throw new Error(`Ghost did not start:\n${said.slice(-20).join('\n')}`)
}

/** Starts a new Ghost with an empty database, on its own port, with an owner and the key of an integration. */
export async function startGhost(): Promise<Ghost> {
  if (FOLDER === undefined) throw new Error('MIDAD_GHOST is not set')
  const folder = mkdtempSync(join(tmpdir(), 'midad-ghost-'))
  for (const name of ['data', 'images', 'logs', 'settings', 'public'])
    mkdirSync(join(folder, 'content', name), { recursive: true })
  cpSync(join(FOLDER, 'content', 'themes'), join(folder, 'content', 'themes'), { recursive: true })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(
    process.execPath,
    ['--no-deprecation', '--import', join(import.meta.dirname, 'our-sqlite.ts'), join(FOLDER, 'index.js')],
    // Ghost looks for its own package in the working folder.
    {
      cwd: FOLDER,
      env: { ...process.env, NODE_ENV: 'production', ...configOf(url, port, folder) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    }
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await bootOf(child.stdout)
    return { url, stop, ...(await setUp(url, join(folder, 'ghost.db'))) }
  } catch (error) {
    await stop()
    throw error
  }
}
