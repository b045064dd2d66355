import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * @returns the default folder of the store, as an absolute path; it need not exist. It is `MIDAD_STORE`, or the
 *   platform's place for the data of applications (XDG Base Directory, `%APPDATA%`, `~/Library/Application Support`).
 */
export function defaultStoreFolder(env: Readonly<Record<string, string | undefined>>, platform: string): string {
  if (env['MIDAD_STORE']) return resolve(env['MIDAD_STORE'])
  if (platform === 'win32') return join(env['APPDATA'] || join(home(env, 'USERPROFILE'), 'AppData', 'Roaming'), 'Midad')
  if (platform === 'darwin') return join(home(env, 'HOME'), 'Library', 'Application Support', 'Midad')
  // The XDG specification says to ignore a relative path.
  const data = env['XDG_DATA_HOME']
  return join(data?.startsWith('/') ? data : join(home(env, 'HOME'), '.local', 'share'), 'midad')
}

/**
 * @returns the folder of this user's key to passwords: not the store's, so that no copy of the store holds it
 */
export function defaultKeyFolder(env: Readonly<Record<string, string | undefined>>, platform: string): string {
  if (platform === 'win32')
    return join(env['LOCALAPPDATA'] || join(home(env, 'USERPROFILE'), 'AppData', 'Local'), 'Midad')
  if (platform === 'darwin') return join(home(env, 'HOME'), 'Library', 'Preferences', 'Midad')
  const config = env['XDG_CONFIG_HOME']
  return join(config?.startsWith('/') ? config : join(home(env, 'HOME'), '.config'), 'midad')
}

function home(env: Readonly<Record<string, string | undefined>>, variable: string): string {
  return env[variable] || homedir()
}
