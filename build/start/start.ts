import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { translator } from '#core/locale/translate.ts'
import { hasDisplay } from '#electron/files/find-browser.ts'
import { languageOf } from '#electron/service/environment/language.ts'
import { buildMain, buildPage } from './build.ts'
import { electronRuntime, fetchElectron } from './electron-runtime.ts'

const top = join(import.meta.dirname, '..', '..')
const args = process.argv.slice(2)
const t = translator(languageOf(process.env), 'latn')

await buildPage()
const runtime = wantsBrowser()
  ? null
  : (electronRuntime() ?? fetchElectron(Date.now(), process.env['MIDAD_ELECTRON'] === 'retry'))
if (runtime === null) {
  if (!wantsBrowser()) process.stdout.write(`${t('cli.no-electron')}\n`)
  await import('#electron/browser/main.ts')
} else {
  await buildMain()
  const child = spawn(runtime, [join(top, 'dist', 'main', 'main.mjs'), ...args], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  const [status] = await once(child, 'exit')
  process.exitCode = typeof status === 'number' ? status : 0
}

/** @returns whether the browser shell was chosen: by an option, by the environment, or because there is no screen. */
function wantsBrowser(): boolean {
  const hasScreen = hasDisplay(process.env, process.platform)
  return args.includes('--no-window') || !hasScreen || process.env['MIDAD_ELECTRON'] === 'no'
}
