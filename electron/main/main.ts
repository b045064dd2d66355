import { isEditor } from '#core/review/states.ts'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, screen, session, shell } from 'electron'
import type { Settings } from '#core/contract/settings.ts'
import { ContractError } from '#core/contract/errors.ts'
import { refusalWords } from '#core/locale/refusal.ts'
import { translator, type Translate } from '#core/locale/translate.ts'
import { defaultStoreFolder } from '#electron/service/environment/default-folder.ts'
import { namedPerson, PERSON_OPTIONS } from '#electron/service/environment/first-person.ts'
import { openService } from '#electron/service/open-service.ts'
import { resultOrThrow, type Service } from '#electron/service/service.ts'
import { guardClosing, unsavedQuestion } from './closing.ts'
import { CHANGE_CHANNEL, clientOf, handleCalls } from './handlers.ts'
import { denyPermissions, keepOnPage } from './lock-down.ts'
import { menuTemplate } from './menu.ts'
import { PAGE_URL, SCHEME } from './origin.ts'
import { printInWindow } from './print.ts'
import { answerPage } from './protocol.ts'
import { roleQuestion, siteQuestion, type Question } from './questions.ts'
import { systemVault } from './system-vault.ts'
import { windowOptions } from './window-options.ts'
import { readPlace, writePlace } from './window-place.ts'

const DIST = join(import.meta.dirname, '..')
const { values } = parseArgs({ options: { store: { type: 'string' }, ...PERSON_OPTIONS }, strict: false })
const store = typeof values.store === 'string' ? values.store : defaultStoreFolder(process.env, process.platform)

protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
// One process owns the store: a second start only focuses the window of the first.
if (app.requestSingleInstanceLock()) {
  keepOnPage(app)
  void app.whenReady().then(start)
} else app.quit()

/** A window that stays open with unsaved text cancels quitting. */
let isQuitting = false

async function start(): Promise<void> {
  const service = openOrExplain()
  if (service === null) return app.quit()
  const settings = resultOrThrow(await service.call('settings.get', {}, 'main'))
  const t = translator(settings.language, settings.digits)
  denyPermissions(session.defaultSession)
  protocol.handle(SCHEME, ({ url }) => answerPage(url, join(DIST, 'renderer')))
  handleCalls(ipcMain, service, { chooseFolder, openAddress: (url) => shell.openExternal(url) })
  service.onChange((change) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(CHANGE_CHANNEL, change)
  })
  const open = (): void => void openWindow(service, t)
  setMenu(t, open)
  app.on('before-quit', () => {
    isQuitting = true
  })
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) open()
    else window.focus()
  })
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || isQuitting) app.quit()
  })
  app.on('will-quit', () => service.close())
  open()
}

function openOrExplain(): Service | null {
  try {
    return openService(store, {
      person: namedPerson(values),
      vault: systemVault(safeStorage, process.platform),
      print: printInWindow,
      folderChoice: 'dialog',
      mayTakeRole,
      mayReach,
    })
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    const t = translator(app.getLocale().startsWith('ar') ? 'ar' : 'en', 'latn')
    dialog.showErrorBox(t('common.midad'), refusalWords(error.code, error.params, t))
    return null
  }
}

function setMenu(t: Translate, onNewWindow: () => void): void {
  const template = menuTemplate(t, { onNewWindow, onStore: showStore, isMac: process.platform === 'darwin' })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** Shows the store's screen in the focused window: the same page with another fragment. */
function showStore(what: 'look' | 'back-up' | 'restore'): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  void window?.loadURL(`${PAGE_URL}#/store${what === 'look' ? '' : `/${what}`}`)
}

async function openWindow(service: Service, t: Translate): Promise<void> {
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea)
  const window = new BrowserWindow(windowOptions(join(DIST, 'preload', 'preload.cjs'), readPlace(store, areas)))
  const client = clientOf(window.webContents.id)
  window.once('ready-to-show', () => window.show())
  window.on('close', () => writePlace(store, window.getNormalBounds()))
  window.once('closed', () => service.releaseClient(client))
  guardClosing(window, {
    ask: async () => (await dialog.showMessageBox(window, unsavedQuestion(t))).response === 1,
    onStay() {
      isQuitting = false
    },
    after: (ms, run) => void setTimeout(run, ms),
  })
  // The page's process died: what it had sent is saved, and the page is loaded again.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload()
  })
  await window.loadURL(PAGE_URL)
}

/** A script in the page cannot make itself an editor. */
async function mayTakeRole({ role, language, digits }: Settings, clientId: string): Promise<boolean> {
  return !isEditor(role) || isAgreed(roleQuestion(translator(language, digits)), clientId)
}

/** A script in the page cannot look for what listens in the network. */
async function mayReach(site: string, { language, digits }: Settings, clientId: string): Promise<boolean> {
  return isAgreed(siteQuestion(site, translator(language, digits)), clientId)
}

/** Asks in the system's dialog, which no script can answer. */
async function isAgreed(question: Question, clientId: string): Promise<boolean> {
  const window = BrowserWindow.getAllWindows().find(({ webContents }) => clientOf(webContents.id) === clientId)
  return window !== undefined && (await dialog.showMessageBox(window, question)).response === 1
}

async function chooseFolder(current: string, webContentsId: number): Promise<string | null> {
  const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.id === webContentsId)
  if (window === undefined) return null
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory'],
    ...(current === '' ? {} : { defaultPath: current }),
  })
  return filePaths[0] ?? null
}
