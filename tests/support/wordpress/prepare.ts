import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const here = import.meta.dirname
const CACHE = join(here, '..', '..', '..', '.cache', 'wordpress')
const DEBIAN = '/usr/share/wordpress'
const PACKAGE = '@wp-playground/wordpress-builds@0.9.19'
const PLUGIN = 'package/src/sqlite-database-integration/sqlite-database-integration.zip'
const PLUGIN_SHA256 = 'fd6f40639954a24161f465620837326a75e0bb43029f9e734e64418d991001b2'

const accountSchema = z.object({ login: z.string(), password: z.string() })
const accountsSchema = z.object({
  admin: accountSchema,
  administrator: accountSchema,
  editor: accountSchema,
  author: accountSchema,
  contributor: accountSchema,
})
/** The accounts of the site. All passwords except the admin's are application passwords. */
export type Accounts = z.infer<typeof accountsSchema>

/** Prepares a WordPress, once. @returns what is missing on this machine, in words; null when it is ready. */
export function whyNoWordpress(): string | null {
  if (process.platform !== 'linux') return 'WordPress is tested on Debian only'
  if (!existsSync(join(DEBIAN, 'wp-load.php')))
    return 'Debian’s package wordpress is not installed (.ci/run installs it)'
  try {
    const modules = execFileSync('php', ['-m'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n')
    const lacking = ['pdo_sqlite', 'gd', 'mbstring', 'zip', 'dom'].filter((name) => !modules.includes(name))
    if (lacking.length > 0) return `PHP lacks ${lacking.join(', ')} (.ci/run installs them)`
  } catch {
    return 'PHP is not installed (.ci/run installs it)'
  }
  try {
    prepareWordpress()
    return null
  } catch (error) {
    return `it could not be made ready (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown'})`
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** @returns the path of the SQLite plugin, fetched once. @throws Error when it cannot be had. */
function plugin(): string {
  const path = join(CACHE, 'sqlite-database-integration-2.1.11.zip')
  if (existsSync(path) && sha256(readFileSync(path)) === PLUGIN_SHA256) return path
  const folder = join(CACHE, `fetch-${process.pid}`)
  mkdirSync(folder, { recursive: true })
  try {
    const options = { encoding: 'utf8', stdio: 'pipe' } as const
    const name = execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', folder], options).trim()
    execFileSync('tar', ['-xzf', join(folder, name), '-C', folder, PLUGIN])
    const found = join(folder, PLUGIN)
    if (sha256(readFileSync(found)) !== PLUGIN_SHA256)
      throw new Error('The SQLite plugin is not the one that is pinned')
    renameSync(found, path)
    return path
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @returns a hash of what the template depends on; another hash makes a new template. */
function keyOf(): string {
  const files = ['prepare.ts', 'install.php', 'wp-config.php', 'router.php'].map((name) => join(here, name))
  const hash = createHash('sha256')
  for (const path of [...files, join(DEBIAN, 'wp-includes', 'version.php')]) hash.update(readFileSync(path))
  return hash.digest('hex').slice(0, 12)
}

/** @returns the folder of a site that is installed and not running, and its accounts; made once and kept. */
export function prepareWordpress(): { template: string; accounts: Accounts } {
  const template = join(CACHE, `template-${keyOf()}`)
  const record = join(template, 'accounts.json')
  if (!existsSync(record)) make(template, record)
  return { template, accounts: accountsSchema.parse(JSON.parse(readFileSync(record, 'utf8'))) }
}

function make(template: string, record: string): void {
  const part = `${template}.${process.pid}`
  rmSync(part, { recursive: true, force: true })
  mkdirSync(CACHE, { recursive: true })
  // Debian has links into other folders here.
  cpSync(DEBIAN, part, {
    recursive: true,
    dereference: true,
    filter: (path) => !/\/(?:\.htaccess|wp-config\.php)$/u.test(path),
  })
  cpSync(join(here, 'wp-config.php'), join(part, 'wp-config.php'))
  cpSync(join(here, 'router.php'), join(part, 'router.php'))
  const printed = execFileSync('php', [join(here, 'install.php'), plugin()], {
    cwd: part,
    encoding: 'utf8',
    env: { ...process.env, MIDAD_WP_URL: 'http://127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  writeFileSync(join(part, 'accounts.json'), JSON.stringify(accountsSchema.parse(JSON.parse(printed))))
  // Another process may have made and used the same one meanwhile: then keep it.
  try {
    renameSync(part, template)
  } catch (error) {
    if (!existsSync(record)) throw error
    rmSync(part, { recursive: true })
  }
}
