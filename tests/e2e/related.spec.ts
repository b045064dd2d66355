import { expect, newArticle, saved, slash, test } from '../support/app.ts'
import { outline } from '../support/paste.ts'

test('a related link is picked from the library by search, and an embed asks for its address at once', async ({
  window: page,
}) => {
  await newArticle(page, 'العراق يعلن خطة لإنقاذ نهر دجلة')
  await page.keyboard.type('متن')
  await saved(page)
  await newArticle(page, 'عنوان')
  await slash(page, 'المكتبة')
  await page.getByRole('combobox', { name: 'أضف مادة من المكتبة' }).fill('انقاذ دجله')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await outline(page)).slice(1))
    .toEqual(['related', 'related-item: العراق يعلن خطة لإنقاذ نهر دجلة'])
  // Typed as well, in the same block.
  await page.keyboard.press('Enter')
  await page.keyboard.type('مادة')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await slash(page, 'مضمن')
  await page.getByLabel('رابط المنشور أو الفيديو').fill('قول')
  await page.keyboard.press('Enter')
  await expect(page.getByText('يُقبل رابط يبدأ بـ https أو http فقط.')).toBeVisible()
  await page.getByLabel('رابط المنشور أو الفيديو').fill('https://example.org/post')
  await page.keyboard.press('Enter')
  await page.keyboard.type('منشور')
  expect((await outline(page)).slice(1)).toEqual([
    'related',
    ...['related-item: العراق يعلن خطة لإنقاذ نهر دجلة', 'related-item: مادة'],
    ...['embed', 'caption: منشور'],
  ])
})
