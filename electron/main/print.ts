import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import { printedPage } from '#electron/files/print/page.ts'

/** Prints a page in a hidden window without scripts. @returns the PDF. */
export async function printInWindow(html: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'midad-print-'))
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, javascript: false, partition: 'print' },
  })
  try {
    const path = join(folder, 'page.html')
    writeFileSync(path, await printedPage(html))
    await window.loadFile(path)
    return await window.webContents.printToPDF({
      ...{ preferCSSPageSize: true, printBackground: true },
      // The flags of `print-headless.ts` and its defaults, under Electron's names.
      ...{ generateTaggedPDF: true, generateDocumentOutline: true },
    })
  } finally {
    window.destroy()
    rmSync(folder, { recursive: true, force: true })
  }
}
