// Runs on any Node from 18, before anything is installed: no imports but Node's own.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's top folder. */
export const top = join(dirname(fileURLToPath(import.meta.url)), '..')

const MARK = join(top, 'node_modules', '.midad-lock')
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(top, 'package-lock.json')))
    .digest('hex')
}

/** Runs `npm ci` unless the packages of the lock file are installed. Reports it on standard error. */
function install() {
  const hash = lockHash()
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === hash) return
  process.stderr.write('Midad: installing the packages it needs (npm ci). This takes a minute the first time.\n')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  // npm's output goes to standard error: standard output may be JSON of the command.
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: top,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) {
    process.stderr.write(
      'Midad: npm ci failed, so nothing was started. Check the network to the npm registry, then try again.\n',
    )
    process.exit(1)
  }
  mkdirSync(dirname(MARK), { recursive: true })
  writeFileSync(MARK, hash)
}

/** @returns the path of the Node that the lock file pins. */
function pinnedNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  return join(top, 'node_modules', 'node', 'bin', name)
}

/**
 * Runs a script of the project on the pinned Node, after installing what is missing, with this process's streams.
 * A signal to this process is passed on to the script, which then ends first.
 * @returns the exit status
 */
export function onPinnedNode(script, args) {
  install()
  const child = spawn(pinnedNode(), [join(top, script), ...args], { stdio: 'inherit' })
  for (const signal of Object.keys(SIGNALS)) {
    // On a terminal the child gets the signal too. This process must outlive it, to return its status.
    process.on(signal, () => child.kill(signal))
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (status, signal) => resolve(status ?? SIGNALS[signal] ?? 1))
  })
}
