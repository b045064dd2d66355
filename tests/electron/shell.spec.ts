import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, test } from '@playwright/test'
import { electronRuntime } from '../../build/start/electron-runtime.ts'

const runtime = electronRuntime()
const main = join(import.meta.dirname, '..', '..', 'dist', 'main', 'main.mjs')

test.describe(runtime === null ? 'Electron (skipped: its runtime is not installed here)' : 'Electron', () => {
  test.skip(runtime === null, 'Electron’s runtime is not installed here')

  test('opens one shut-in window, writes, and comes back after a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'midad-electron-'))
    const named = ['--store', join(folder, 'store'), '--name', 'سعاد']
    const args = [main, ...named, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
    const start = () => _electron.launch({ executablePath: runtime ?? '', args })
    let app = await start()
    let page = await app.firstWindow()
    expect(page.url()).toBe('midad://app/index.html')
    expect(await page.evaluate(() => Object.keys((window as { midad?: object }).midad ?? {}).toSorted())).toEqual([
      'call',
      'chooseFolder',
      'clientId',
      'onChange',
      'openAddress',
    ])
    expect(await page.evaluate(() => 'process' in globalThis || 'require' in globalThis)).toBe(false)
    expect(await page.evaluate(() => window.open('https://example.org/'))).toBeNull()
    await page.getByRole('button', { name: 'مقالة جديدة' }).first().click()
    await page.getByTestId('editor').waitFor()
    await page.keyboard.type('عنوان من Electron')
    await expect(page.getByTestId('save-status')).toHaveAttribute('data-state', 'saved')
    await app.close()
    app = await start()
    page = await app.firstWindow()
    await expect(page.getByTestId('article-row')).toContainText('عنوان من Electron')
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })
})
