import type { Page } from '@playwright/test'
import { expect, newArticle, saved, slash, test } from '../support/app.ts'
import { dragPicture } from '../support/drag-picture.ts'
import { outline } from '../support/paste.ts'
import { png } from '../support/pictures.ts'

const body = async (page: Page): Promise<string[]> => (await outline(page)).slice(1)

test('pictures are dropped at the line shown, on figures by choice, and elsewhere nothing opens', async ({
  window: page,
}) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('أول')
  await page.keyboard.press('Enter')
  await page.keyboard.type('ثانٍ')
  const second = page.getByTestId('editor').locator('p').nth(1)
  const frame = page.locator('.writing-page')
  const y = await second.evaluate((line) => {
    const box = line.closest('.writing-page')?.getBoundingClientRect()
    return line.getBoundingClientRect().top - (box?.top ?? 0) + 2
  })
  // At the edge of the page, far from the text.
  expect(await dragPicture(frame, { y, drop: false })).toBe(false)
  await expect(page.locator('.drop-line')).toBeVisible()
  await dragPicture(frame, { y, drop: true })
  await expect.poll(() => body(page)).toEqual(['paragraph: أول', 'figure', 'caption: ', 'credit: ', 'paragraph: ثانٍ'])
  await expect(page.locator('.drop-line')).toHaveCount(0)
  await page.keyboard.type('تعليق')

  const figure = page.getByTestId('editor').locator('figure').first()
  await dragPicture(figure, { y: 20, drop: true })
  await page.getByRole('button', { name: 'اجعلها معرض صور' }).click()
  await expect
    .poll(() => body(page))
    .toEqual([
      'paragraph: أول',
      ...['gallery', 'figure', 'caption: تعليق', 'credit: ', 'figure', 'caption: ', 'credit: '],
      'paragraph: ثانٍ',
    ])

  // On a gallery they join it, without a question.
  await dragPicture(page.getByTestId('editor').locator('section[data-block="gallery"]'), { y: 20, drop: true })
  await expect(page.getByTestId('editor').locator('figure img')).toHaveCount(3)
  expect(await body(page)).toEqual([
    'paragraph: أول',
    ...['gallery', 'figure', 'caption: تعليق', 'credit: ', ...['figure', 'caption: ', 'credit: ']],
    ...['figure', 'caption: ', 'credit: '],
    'paragraph: ثانٍ',
  ])

  const word = page.getByText('أفلت الصور فوق نص المقالة، وملفات النصوص في شاشة الاستيراد.')
  await expect(word).toHaveCount(0)
  expect(await dragPicture(page.getByRole('navigation').first(), { y: 60, x: 40, drop: true })).toBe(false)
  await expect(word).toBeVisible()
  await saved(page)
})

test('a picture dropped on an empty figure fills it, and the next replaces it and keeps its caption, by choice', async ({
  window: page,
}) => {
  await newArticle(page, 'عنوان')
  await slash(page, 'صورة')
  await page.keyboard.type('في لندن')
  const figure = page.getByTestId('editor').locator('figure')
  const pictures = figure.locator('img')
  await dragPicture(figure, { y: 20, drop: true })
  await expect(pictures).toHaveCount(1)
  const first = await pictures.getAttribute('src')
  await dragPicture(figure, { y: 20, drop: true, picture: png(6, 4) })
  await page.getByRole('dialog').getByRole('button', { name: 'استبدل الصورة' }).click()
  await expect(pictures).not.toHaveAttribute('src', first ?? '')
  await expect(pictures).toHaveCount(1)
  expect(await body(page)).toEqual(['figure', 'caption: في لندن', 'credit: '])
  await saved(page)
})
