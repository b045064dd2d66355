import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * Says where the store lies when nobody says otherwise: `MIDAD_STORE`, else the platform's own place for an
 * application's data (XDG Base Directory, `%APPDATA%`, `~/Library/Application Support`).
 * @returns an absolute path; the folder need not exist.
 */
export function defaultStoreFolder(env: Readonly<Record<string, string | undefined>>, platform: string): string {
  if (env['MIDAD_STORE']) return resolve(env['MIDAD_STORE'])
  if (platform === 'win32') return join(env['APPDATA'] || join(home(env, 'USERPROFILE'), 'AppData', 'Roaming'), 'Midad')
  if (platform === 'darwin') return join(home(env, 'HOME'), 'Library', 'Application Support', 'Midad')
  // XDG says that a relative path is to be ignored.
  const data = env['XDG_DATA_HOME']
  return join(data?.startsWith('/') ? data : join(home(env, 'HOME'), '.local', 'share'), 'midad')
}

function home(env: Readonly<Record<string, string | undefined>>, variable: string): string {
  return env[variable] || homedir()
}
