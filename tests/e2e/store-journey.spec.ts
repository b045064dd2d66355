import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, goTo, newArticle, openReview, saved, setPerson, slash } from '../support/app.ts'
import { AppProcess, processTest } from '../support/app-process.ts'
import { png } from '../support/pictures.ts'

processTest(
  'a store is killed, restarted, backed up, and restored whole on a second machine',
  async ({ app, window: first, context }) => {
    processTest.setTimeout(180_000)
    app.expected = /ERR_|Failed to fetch|status of 401/u
    let page = first
    const editor = () => page.getByTestId('editor')
    let article = ''

    await processTest.step('a journalist writes an article with a picture, submits it and takes it back', async () => {
      const picture = join(app.folder, 'صورة.png')
      writeFileSync(picture, png(60, 40))
      await setPerson(page, 'سعاد', 'صحفي')
      await newArticle(page, 'البرلمان يقرّ الموازنة')
      await page.keyboard.type('أقرّ البرلمان الموازنة فجرَ اليوم بأغلبية كبيرة.')
      await page.keyboard.press('Enter')
      await slash(page, 'مكان صورة')
      await editor().locator('figure').getByLabel('اختر صورة من جهازك').setInputFiles(picture)
      await expect(editor().locator('figure img')).toBeVisible()
      await saved(page)
      article = new URL(page.url()).hash
      await openReview(page)
      await page.getByTestId('move-submitted').press('Enter')
      // Now the article has been reopened, and its buttons stay.
      await expect(page.getByText('أُرسلت المقالة للمراجعة')).toBeVisible()
      await page.getByTestId('move-draft').press('Enter')
      await expect(page.getByTestId('history-event')).toHaveCount(3)
      await expect(editor()).toHaveAttribute('contenteditable', 'true')
    })

    await processTest.step('everything is killed after a save', async () => {
      await editor().getByText('أقرّ البرلمان').click()
      await page.keyboard.press('End')
      await page.keyboard.type(' وهذا آخر ما كُتب.')
      await saved(page)
      await app.kill()
      await page.close()
    })

    await processTest.step('after the restart it reports the crash, and the last words are there', async () => {
      await app.start()
      page = await app.open()
      await expect(page.getByText('أُغلق مداد في المرة الماضية فجأة')).toBeVisible()
      await page.getByRole('button', { name: 'افتح سلامة المخزن' }).click()
      await expect(page.getByRole('heading', { name: 'سلامة المخزن' })).toBeVisible()
      await page.getByTestId('back-up').click()
      await expect(page.getByTestId('store-verdict')).toContainText('كل ما في المخزن سليم')
      await goTo(page, article)
      await expect(editor()).toContainText('وهذا آخر ما كُتب.')
      await expect(editor().locator('figure img')).toBeVisible()
    })

    await processTest.step('a paragraph is restored from an earlier version', async () => {
      await page.getByRole('tab', { name: 'الإصدارات' }).click()
      const points = page.getByTestId('timeline-point')
      await points.filter({ hasText: 'عند الانتقال إلى «مرسلة»' }).getByRole('button').click()
      await page.getByRole('button', { name: 'أعِده كما كان (فقرة · تعديل)' }).click()
      await page.keyboard.press('Escape')
      await expect(editor()).not.toContainText('وهذا آخر ما كُتب.')
      await saved(page)
    })

    await processTest.step('another article goes into the bin, out of it, and is deleted for good', async () => {
      await newArticle(page, 'خبر خطأ')
      await saved(page)
      await goTo(page, '#/')
      const row = page.getByTestId('article-row').filter({ hasText: 'خبر خطأ' })
      await row.focus()
      await page.keyboard.press('Delete')
      await expect(row).toHaveCount(0)
      await page.getByRole('link', { name: 'سلة المحذوفات' }).click()
      await page.getByRole('button', { name: 'أخرج «خبر خطأ» من السلة' }).click()
      await goTo(page, '#/')
      await row.focus()
      await page.keyboard.press('Delete')
      await expect(row).toHaveCount(0)
      await page.getByRole('link', { name: 'سلة المحذوفات' }).click()
      await page.getByRole('button', { name: 'أفرغ السلة…' }).click()
      await expect(page.getByRole('dialog')).toContainText('خبر خطأ')
      await page.getByRole('dialog').getByRole('button', { name: 'نهائيًا' }).click()
      await expect(page.getByRole('heading', { name: 'السلة فارغة' })).toBeVisible()
    })

    let backup = ''
    await processTest.step('the store is backed up', async () => {
      await page.getByRole('link', { name: 'سلامة المخزن' }).click()
      await page.getByTestId('back-up').click()
      await expect(page.getByTestId('back-up')).not.toHaveAttribute('data-busy')
      await expect(page.getByTestId('backup').first()).toHaveAttribute('data-sound', 'true')
      backup = (await page.getByTestId('backup').first().locator('.store-path').textContent()) ?? ''
    })

    await processTest.step('a second store restores text, picture, versions and history', async () => {
      const second = new AppProcess(context)
      try {
        await second.start()
        page = await second.open()
        await page.getByRole('link', { name: 'سلامة المخزن' }).click()
        await page.getByRole('button', { name: 'استعد من نسخة في مكان آخر' }).click()
        await page.getByRole('dialog').getByRole('textbox').fill(backup)
        await page.getByRole('dialog').getByRole('button', { name: 'استعد ما ينقص' }).click()
        await expect(page.getByTestId('recovery')).toContainText('مقالة واحدة كما كانت')
        await goTo(page, '#/')
        await expect(page.getByTestId('article-row')).toHaveCount(1)
        await page.getByTestId('article-row').click()
        await expect(editor()).toContainText('أقرّ البرلمان الموازنة فجرَ اليوم بأغلبية كبيرة.')
        await expect(editor().locator('figure img')).toBeVisible()
        await expect(page.getByTestId('history-event')).toHaveCount(3)
        await page.getByRole('tab', { name: 'الإصدارات' }).click()
        await expect(page.getByTestId('timeline-point').filter({ hasText: 'عند الانتقال إلى «مرسلة»' })).toBeVisible()
        await page.close()
      } finally {
        await second.end()
      }
      expect(second.complaints).toEqual([])
    })
  },
)
