import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, goTo, importArticle, newArticle, openReview, saved, setPerson, test } from '../support/app.ts'
import { whyNoWordpress } from '../support/wordpress/prepare.ts'
import { rest } from '../support/wordpress/rest.ts'
import { startWordpress } from '../support/wordpress/start.ts'

type Site = Awaited<ReturnType<typeof startWordpress>>

const reason = whyNoWordpress()

/** Fills in the form of the destination as an editor, up to the password. */
async function describeSite(page: Page, { url, accounts }: Site): Promise<void> {
  await setPerson(page, 'كريم', 'محرر')
  await goTo(page, '#/destinations')
  await page.getByRole('button', { name: 'أضف موقع ووردبريس' }).click()
  await page.getByLabel('الاسم', { exact: true }).fill('الموقع العربي')
  await page.getByLabel('عنوان الموقع').fill(url)
  await page.getByLabel('اسم الحساب').fill(accounts.editor.login)
}

async function approve(page: Page): Promise<void> {
  await openReview(page)
  await page.getByTestId('move-submitted').click()
  await page.getByTestId('move-approved').click()
  await expect(page.getByTestId('move-returned')).toBeVisible()
}

test('an editor publishes the real article in WordPress, overwrites a change made there, and withdraws it', async ({
  window: page,
}) => {
  test.skip(reason !== null, `There is no WordPress here: ${reason}.`)
  const site = await startWordpress()
  try {
    const { password } = site.accounts.editor
    await describeSite(page, site)
    await page.getByLabel('كلمة مرور التطبيق').fill('wrong words here')
    await page.getByRole('button', { name: 'جرّب الاتصال' }).click()
    await expect(page.getByTestId('test-result')).toContainText('لم يقبل 127.0.0.1')
    await page.getByLabel('كلمة مرور التطبيق').fill(password)
    await page.getByRole('button', { name: 'جرّب الاتصال' }).click()
    await expect(page.getByTestId('test-result')).toHaveAttribute('data-passed', 'true')
    await page.getByRole('button', { name: 'احفظ' }).click()
    await expect(page.getByTestId('destination')).toContainText('الموقع العربي')

    await importArticle(page)
    const article = new URL(page.url()).hash
    await saved(page)
    await approve(page)
    await goTo(page, `${article}/publish`)
    const delivery = page.getByTestId('delivery')
    await page.getByRole('button', { name: 'أرسل', exact: true }).click()
    await expect(delivery).toHaveAttribute('data-state', 'delivered')
    await expect(delivery).toContainText('127.0.0.1')
    await expect(page.getByRole('main').locator('[data-state=published]').first()).toBeVisible()

    const { posts, ask } = rest(site)
    const [post] = await posts()
    expect(post?.status).toBe('publish')
    await ask('POST', `posts/${post?.id}`, { title: 'عنوان من الموقع' })

    await goTo(page, article)
    await page.getByTestId('editor').press('Control+End')
    await page.keyboard.type(' وهذه جملة أضافها المحرر.')
    await saved(page)
    // Readers have the text without that sentence.
    const edited = 'منشورة · تعديلات لم تُرسل'
    await expect(page.locator('.writing-bar')).toContainText(edited)
    await expect(page.locator('.review-now')).toContainText(edited)
    await goTo(page, '#/')
    await expect(page.getByTestId('article-row')).toContainText(edited)
    await goTo(page, article)
    await approve(page)
    await goTo(page, `${article}/publish`)
    await page.getByRole('button', { name: 'أرسل من جديد' }).click()
    await expect(delivery).toHaveAttribute('data-state', 'held')
    await page.getByRole('button', { name: 'قارن وقرّر…' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'تغيّرت المقالة في «الموقع العربي»' })
    await expect(dialog.getByTestId('conflict').locator('del').first()).toContainText('عنوان من الموقع')
    await expect(dialog.getByTestId('conflict').locator('ins').last()).toContainText('وهذه جملة أضافها المحرر.')
    await dialog.getByRole('button', { name: 'اكتب نصي فوقه' }).press('Enter')
    await expect(delivery).toHaveAttribute('data-state', 'delivered')
    const [after, ...others] = await posts()
    expect(others).toEqual([])
    expect(after?.title.raw).toBe('الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة')
    expect(after?.content.raw).toContain('وهذه جملة أضافها المحرر.')

    await ask('DELETE', `posts/${after?.id}?force=true`)
    await page.getByRole('button', { name: 'أرسل من جديد' }).click()
    await expect(delivery).toHaveAttribute('data-state', 'held')
    await expect(delivery).toContainText('حُذفت المقالة من الموقع بعد آخر إرسال منك.')
    await expect(delivery.getByRole('button', { name: 'اتركها محذوفة' })).toBeVisible()
    // Only the answers to the question can be pressed.
    const sendings = page.getByTestId('place').getByRole('button', { name: /^(?:أرسل|اسحبها)/u })
    await expect(sendings).toHaveCount(0)
    await delivery.getByRole('button', { name: 'انشرها من جديد' }).press('Enter')
    await expect(delivery).toHaveAttribute('data-state', 'delivered')
    expect((await posts()).map(({ status }) => status)).toEqual(['publish'])

    // An embargo hides nothing that readers have.
    await goTo(page, article)
    await page.getByRole('tab', { name: 'التفاصيل' }).click()
    await page.getByRole('group', { name: 'حظر النشر حتى' }).getByRole('spinbutton').first().focus()
    await page.keyboard.type('050320990907م')
    await saved(page)
    await page.getByRole('tab', { name: 'المراجعة' }).click()
    await approve(page)
    await goTo(page, `${article}/publish`)
    await expect(page.getByTestId('place')).toContainText('يرى القراء هذه المقالة في «الموقع العربي»، فلا يحجبها حظر')
    await expect(page.getByRole('button', { name: 'أرسل من جديد' })).toHaveCount(0)
    await page.getByRole('button', { name: 'اسحبها من هناك' }).click()
    await expect(delivery).toContainText('سحب')
    await expect(delivery).toHaveAttribute('data-state', 'delivered')
    expect((await posts())[0]?.status).toBe('draft')
    await page.getByRole('button', { name: 'أرسل', exact: true }).click()
    await expect(delivery).toHaveAttribute('data-state', 'scheduled')
    expect((await posts())[0]?.status).toBe('future')
  } finally {
    await site.stop()
  }
})

test('an article under embargo is shown with its time, in the outbox, the list and above the page, and as it was set', async ({
  window: page,
}) => {
  test.skip(reason !== null, `There is no WordPress here: ${reason}.`)
  const site = await startWordpress()
  try {
    await describeSite(page, site)
    await page.getByLabel('كلمة مرور التطبيق').fill(site.accounts.editor.password)
    await page.getByRole('button', { name: 'احفظ' }).click()
    await expect(page.getByTestId('destination')).toContainText('الموقع العربي')

    await newArticle(page, 'خبر الأسبوع القادم')
    await page.keyboard.type('نص الخبر.')
    await page.getByRole('tab', { name: 'التفاصيل' }).click()
    await page.getByRole('group', { name: 'حظر النشر حتى' }).getByRole('spinbutton').first().focus()
    await page.keyboard.type('050320990907م')
    await saved(page)
    const article = new URL(page.url()).hash
    const time = /2099.*9:07\s*م/u
    const until = /محظورة حتى .*9:07\s*م/u
    await expect(page.locator('.writing-notices')).toContainText(until)
    await page.getByRole('tab', { name: 'المراجعة' }).click()
    await approve(page)
    await goTo(page, `${article}/publish`)
    const delivery = page.getByTestId('delivery')
    await page.getByRole('button', { name: 'أرسل', exact: true }).click()
    await expect(delivery).toHaveAttribute('data-state', 'scheduled')
    await expect(delivery).toContainText(time)
    expect(await rest(site).posts()).toMatchObject([{ status: 'future' }])
    await goTo(page, '#/')
    await expect(page.getByTestId('article-row')).toContainText(until)
  } finally {
    await site.stop()
  }
})

test('a killed article is said to be published still, until its site is back and puts it into the bin', async ({
  window: page,
}) => {
  test.skip(reason !== null, `There is no WordPress here: ${reason}.`)
  const site = await startWordpress()
  try {
    const { password } = site.accounts.editor
    await describeSite(page, site)
    await page.getByLabel('كلمة مرور التطبيق').fill(password)
    await page.getByRole('button', { name: 'احفظ' }).click()
    await expect(page.getByTestId('destination')).toContainText('الموقع العربي')

    await newArticle(page, 'خبر لم يُتحقق منه')
    await page.keyboard.type('نص الخبر.')
    await saved(page)
    const article = new URL(page.url()).hash
    await approve(page)
    await goTo(page, `${article}/publish`)
    const delivery = page.getByTestId('delivery')
    await page.getByRole('button', { name: 'أرسل', exact: true }).click()
    await expect(delivery).toHaveAttribute('data-state', 'delivered')
    const { posts } = rest(site)
    expect(await posts()).toMatchObject([{ status: 'publish', title: { raw: 'خبر لم يُتحقق منه' } }])

    // WordPress answers so while it is being updated.
    const maintenance = join(site.folder, '.maintenance')
    writeFileSync(maintenance, '<?php $upgrading = time();')
    await goTo(page, article)
    await page.getByLabel('ملاحظة').fill('خبر كاذب')
    await page.getByRole('button', { name: 'ألغِها' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'ألغِها' }).click()
    await expect(page.locator('.writing-bar')).toContainText('ملغاة')
    const still = 'ما زالت منشورة في الموقع العربي'
    await expect(page.locator('.writing-notices')).toContainText(still)
    await expect(page.locator('.review-standing')).toContainText(still)
    await goTo(page, '#/')
    await expect(page.getByTestId('article-row')).toContainText(still)
    // The same step queued the kill.
    rmSync(maintenance)
    await goTo(page, `${article}/publish`)
    await page.getByRole('button', { name: 'حاول الآن' }).click()
    await expect(page.getByRole('button', { name: 'أرسل من جديد' })).toHaveCount(0)
    await expect(delivery).toContainText('إلغاء')
    await expect(delivery).toHaveAttribute('data-state', 'delivered')
    expect(await posts()).toMatchObject([{ status: 'trash' }])
    await expect(page.getByTestId('still-at')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'أبلغ بالإلغاء' })).toHaveCount(0)
  } finally {
    await site.stop()
  }
})
