import type { MenuItemConstructorOptions } from 'electron'
import type { Translate } from '#core/locale/translate.ts'

type MenuActions = {
  onNewWindow: () => void
  /** Shows the store's screen, and starts there what was chosen. */
  onStore: (what: 'look' | 'back-up' | 'restore') => void
  isMac: boolean
}

/** @returns the menu in the person's language. A role brings the system's shortcut and behaviour. */
export function menuTemplate(t: Translate, { onNewWindow, onStore, isMac }: MenuActions): MenuItemConstructorOptions[] {
  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: t('menu.file'),
      submenu: [
        { label: t('menu.new-window'), accelerator: 'CmdOrCtrl+Shift+N', click: onNewWindow },
        { type: 'separator' },
        isMac ? { role: 'close', label: t('menu.close') } : { role: 'quit', label: t('menu.quit') },
      ],
    },
    {
      label: t('menu.edit'),
      submenu: [
        // No undo here: the system's would undo the browser's own record of the input, not the editor's.
        { role: 'cut', label: t('menu.cut') },
        { role: 'copy', label: t('menu.copy') },
        { role: 'paste', label: t('menu.paste') },
        { role: 'pasteAndMatchStyle', label: t('menu.paste-plain') },
        { role: 'selectAll', label: t('menu.select-all') },
      ],
    },
    {
      label: t('menu.view'),
      submenu: [
        { role: 'zoomIn', label: t('menu.zoom-in') },
        { role: 'zoomOut', label: t('menu.zoom-out') },
        { role: 'resetZoom', label: t('menu.zoom-reset') },
        { type: 'separator' },
        { role: 'togglefullscreen', label: t('menu.full-screen') },
        { role: 'reload', label: t('menu.reload') },
      ],
    },
    {
      label: t('menu.store'),
      submenu: [
        { label: t('menu.store-health'), click: () => onStore('look') },
        { label: t('menu.back-up'), click: () => onStore('back-up') },
        { label: t('menu.restore'), click: () => onStore('restore') },
      ],
    },
  ]
}
