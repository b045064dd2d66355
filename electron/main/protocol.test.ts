import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { answerPage } from './protocol.ts'

describe('answerPage', () => {
  it('serves the page with its security policy, and no other file', async () => {
    const top = tempFolder()
    const folder = join(top, 'page')
    mkdirSync(folder)
    writeFileSync(join(folder, 'index.html'), '<title>مداد</title>')
    writeFileSync(join(top, 'secret.json'), '{}')
    const page = await answerPage('midad://app/index.html', folder)
    expect(await page.text()).toBe('<title>مداد</title>')
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    for (const url of ['midad://app/%2e%2e/secret.json', 'midad://other/index.html', 'https://app/index.html']) {
      // oxlint-disable-next-line no-await-in-loop -- the order does not matter here
      expect((await answerPage(url, folder)).status).toBe(404)
    }
  })
})
