import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

type Env = Readonly<Record<string, string | undefined>>

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'brave-browser',
]
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser']
const WINDOWS_PATHS = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
  String.raw`Chromium\Application\chrome.exe`,
]

/** @returns the paths where a Chromium browser may be installed, in order of preference; `MIDAD_BROWSER` is the first. */
export function browserPaths(env: Env, platform: string): string[] {
  const chosen = env['MIDAD_BROWSER'] ? [env['MIDAD_BROWSER']] : []
  if (platform === 'darwin') {
    const folders = ['/Applications', join(env['HOME'] ?? '/', 'Applications')]
    return [
      ...chosen,
      ...folders.flatMap((folder) => MAC_APPS.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`)),
    ]
  }
  if (platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((name) => env[name] ?? [])
    return [...chosen, ...folders.flatMap((folder) => WINDOWS_PATHS.map((path) => `${folder}\\${path}`))]
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return [...chosen, ...LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))]
}

/** @returns the path of an installed Chromium browser; null if there is none. */
export function findBrowser(env: Env, platform: string): string | null {
  return browserPaths(env, platform).find(isProgram) ?? null
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** @returns whether a window can be shown. */
export function hasDisplay(env: Env, platform: string): boolean {
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}
