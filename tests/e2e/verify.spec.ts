import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { PackageFile } from '#core/export/package/bag.ts'
import { buildPackage } from '#core/export/package/package.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { expect, goTo, HEADLINE, test } from '../support/app.ts'
import { PACKAGE } from '../support/edition.ts'
import { rawZip } from '../support/raw-zip.ts'
import { SUAD } from '../support/signers.ts'
import { realArticle } from '../support/real-article.ts'

const files = buildPackage({ ...PACKAGE, article: realArticle(), version: 3, action: 'update' })
const top = files[0]?.path.split('/')[0] ?? ''

async function choose(page: Page, path: string, bytes: Uint8Array): Promise<void> {
  writeFileSync(path, bytes)
  await page.getByLabel('اختر الحزمة').setInputFiles(path)
}

test('a dropped package is verified, with its headline, version and action', async ({ window: page }) => {
  await goTo(page, '#/verify')
  const base64 = Buffer.from(await writeZip(files)).toString('base64')
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([Uint8Array.from(atob(text), (each) => each.charCodeAt(0))], 'حزمة.zip'))
    return transfer
  }, base64)
  await page.locator('.verify').dispatchEvent('drop', { dataTransfer: data })
  const result = page.getByTestId('verify-result')
  await expect(result).toHaveAttribute('data-valid', 'true')
  await expect(result.getByRole('status')).toHaveText('الحزمة سليمة: 11 ملفًا مطابقًا لبصمته.')
  await expect(result.locator('dd')).toHaveText([HEADLINE, '3', 'تحديث'])
  await expect(page.locator('[data-testid=verified-file][data-status=ok]')).toHaveCount(11)
  await expect(result).toContainText('ليست موقّعة: سليمة، لكن لا دليل على مصدرها.')
})

test('a package that a stranger signed is whole, and its fingerprint is shown', async ({ window: page, app }) => {
  await goTo(page, '#/verify')
  const signed = buildPackage({ ...PACKAGE, article: realArticle(), signer: SUAD })
  await choose(page, join(app.folder, 'signed.zip'), await writeZip(signed))
  const result = page.getByTestId('verify-result')
  await expect(result).toHaveAttribute('data-valid', 'true')
  await expect(result).toContainText('وقّعها مفتاح لا يعرفه هذا الجهاز')
  await expect(result.locator('.verify-signer bdi')).toHaveText(SUAD.fingerprint)
})

type Case = { what: string; change: (all: PackageFile[]) => PackageFile[]; words: string; path: string; status: string }
const CASES: readonly Case[] = [
  {
    what: 'a byte was changed',
    change: (all) =>
      all.map(({ path, bytes }) => {
        const changed = Uint8Array.from(bytes)
        if (path.endsWith('data/article.html')) changed[100] = (changed[100] ?? 0) ^ 1
        return { path, bytes: changed }
      }),
    words: 'تغيّر الملف: بصمته تخالف المسجّلة',
    path: 'data/article.html',
    status: 'changed',
  },
  {
    what: 'a file was added',
    change: (all) => [...all, { path: `${top}/data/extra.txt`, bytes: Buffer.from('زائد') }],
    words: 'ملف زائد لا تذكره قوائم البصمات',
    path: 'data/extra.txt',
    status: 'extra',
  },
  {
    what: 'a file was removed',
    change: (all) => all.filter(({ path }) => !path.endsWith('data/article.html')),
    words: 'ملف ناقص',
    path: 'data/article.html',
    status: 'missing',
  },
]
for (const { what, change, words, path, status } of CASES) {
  test(`reports in words that ${what}`, async ({ window: page, app }) => {
    await goTo(page, '#/verify')
    await choose(page, join(app.folder, 'x.zip'), await writeZip(change([...files])))
    await expect(page.getByTestId('verify-result')).toHaveAttribute('data-valid', 'false')
    await expect(page.getByText('الحزمة غير سليمة.')).toBeVisible()
    await expect(page.getByTestId('problem').filter({ hasText: `${words}: ${path}` })).toHaveCount(1)
    const wrong = page.locator(`[data-testid=verified-file][data-status=${status}]`)
    await expect(wrong).toContainText(path)
    await expect(wrong).toHaveCount(1)
  })
}

test('refuses in plain words what is no zip, a path out of the package, and a package that is too large', async ({
  window: page,
  app,
}) => {
  const path = join(app.folder, 'x.zip')
  await goTo(page, '#/verify')
  await choose(page, path, Buffer.from('ليس ملفًا مضغوطًا'))
  await expect(page.getByTestId('problem')).toContainText(['ليس هذا ملف zip صالحًا'])
  await choose(page, path, rawZip([{ name: '../../خارج.txt', data: 'س' }]))
  await expect(page.getByTestId('problem').first()).toContainText('مسار يخرج من مجلد الحزمة')
  await choose(page, path, Buffer.alloc(45 * 1024 * 1024 + 1))
  await expect(page.getByRole('alert')).toContainText('الحزمة أكبر من 45 ميغابايت، والنافذة لا تحملها')
  await expect(page.getByTestId('verify-result')).toHaveCount(0)
})
