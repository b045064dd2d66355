import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Article } from '#core/article/article.ts'
import { paragraph } from '#core/article/factories.ts'
import { blockText } from '#core/article/plain-text.ts'
import type { CallInput, CallName, CallOutput } from '#core/contract/contract.ts'
import { buildPackage } from '#core/export/package/package.ts'
import { openStore } from '#db/open.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { createService, resultOrThrow, type LocalService } from '#electron/service/service.ts'
import { expect, goTo, newArticle, saved, test } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'
import { clientOf, type Client } from '../support/connect.ts'
import { PACKAGE } from '../support/edition.ts'
import { brokenLayouts } from '../support/layout.ts'
import { sessionOf } from '../support/sealed.ts'

const idOf = (page: Page): string => new URL(page.url()).hash.split('/')[2] ?? ''
/** A client that saves through the window's own session, without its knowledge. */
const clientIn = async (page: Page): Promise<Client> => clientOf(await sessionOf(page), new URL(page.url()).origin)
const paragraphs = (page: Page): Promise<string[]> =>
  page.getByTestId('editor').locator('[data-block=paragraph]').allInnerTexts()

/** @returns the article with the text of some paragraphs replaced, and one more at its end. */
function changed(article: Article, texts: Readonly<Record<number, string>>, added: string): Article {
  const document = article.document.map((block, index) =>
    texts[index] === undefined ? block : { ...block, children: [{ text: texts[index] }] },
  ) as Article['document']
  return { ...article, document: [...document, paragraph(() => 'added', added)] }
}

/** Writes an article of two paragraphs, and leaves the caret at its end. */
async function write(page: Page): Promise<void> {
  await newArticle(page, 'جلسة النفط')
  await page.keyboard.type('ارتفع إنتاج النفط في أيلول')
  await page.keyboard.press('Enter')
  await page.keyboard.type('وقال الوزير إن الزيادة مؤقتة')
  await saved(page)
}

const OURS = ['ارتفع إنتاج النفط في آب', 'وقال الوزير إن الزيادة مؤقتة حتى نهاية العام']
const ADDED = 'وتجتمع أوبك الأسبوع المقبل'

test('what was saved elsewhere is merged: a clash is settled, the rest comes in, and one step undoes it', async ({
  window: page,
}) => {
  await write(page)
  const { call } = await clientIn(page)
  const { article, saveNumber } = resultOrThrow(await call('articles.get', { id: idOf(page) }))
  const theirs = changed(article, { 1: 'ارتفع إنتاج النفط في تشرين' }, ADDED)
  resultOrThrow(await call('articles.save', { article: theirs, baseSaveNumber: saveNumber, caret: null }))
  await page.keyboard.type(' حتى نهاية العام')
  await page.getByTestId('editor').locator('[data-block=paragraph]').first().click()
  await page.keyboard.press('End')
  await page.keyboard.press('Control+Backspace')
  await page.keyboard.type('آب')
  const begin = page.getByRole('button', { name: 'ادمج النصين' })
  await begin.click()
  const merging = page.getByTestId('merging')
  const clash = page.getByTestId('clash')
  await expect(clash.getByRole('region', { name: 'نصّك' })).toContainText('آب')
  await expect(clash.getByRole('region', { name: 'النص الآخر' })).toContainText('تشرين')
  await expect(merging.locator('[data-change=added]')).toContainText('من النص الآخر')
  const merge = merging.getByRole('button', { name: 'ادمج', exact: true })
  await expect(merge).toBeDisabled()
  await expectAccessible(page, 'a merge')
  expect(await brokenLayouts(page, 'a merge')).toEqual([])

  // To leave it leaves everything as it was.
  await page.keyboard.press('Escape')
  await expect(merging).toBeHidden()
  expect(await paragraphs(page)).toEqual(OURS)

  await begin.click()
  await clash.getByRole('radio', { name: 'نصّك، والآخر اقتراح' }).check({ force: true })
  await merge.click()
  await saved(page)
  expect(await paragraphs(page)).toEqual([...OURS, ADDED])
  const { points } = resultOrThrow(await call('history.points', { id: idOf(page) }))
  expect(points.slice(0, 3).map(({ reason }) => reason)).toEqual(['merged', 'before-merge', 'before-restore'])
  const { proposals } = resultOrThrow(await call('proposals.list', { id: idOf(page) }))
  expect(proposals.map(({ by, head }) => [by, blockText(head.document[1] ?? paragraph(() => '', ''))])).toEqual([
    ['نافذة أخرى', 'ارتفع إنتاج النفط في تشرين'],
  ])
  await page.keyboard.press('Control+Z')
  expect(await paragraphs(page)).toEqual(OURS)
})

test('a package of an article that went on here is merged into it from the import, and taken back', async ({
  window: page,
  app,
}) => {
  await write(page)
  const id = idOf(page)
  const { call } = await clientIn(page)
  await goTo(page, '#/')
  const hashes = async (): Promise<string[]> =>
    resultOrThrow(await call('history.points', { id })).points.flatMap(({ reason, hash }) =>
      reason === 'closed' ? [hash] : [],
    )
  // The window that leaves the article keeps its text.
  await expect.poll(hashes).toHaveLength(1)
  const { article } = resultOrThrow(await call('articles.get', { id }))
  const theirs = changed(article, { 2: 'وقال وزير النفط إن الزيادة مؤقتة' }, ADDED)
  const path = join(app.folder, 'من أربيل.zip')
  const ancestors = await hashes()
  writeFileSync(path, await writeZip(buildPackage({ ...PACKAGE, article: theirs, ancestors })))
  await page.getByTestId('article-row').click()
  await page.getByTestId('editor').locator('[data-block=paragraph]').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(' وتشرين')
  await saved(page)

  await goTo(page, '#/import')
  await page.getByLabel('افتح ملفًا').setInputFiles(path)
  await page.getByRole('button', { name: 'راجع الدمج' }).press('Enter')
  await expect(page.getByTestId('merging')).toContainText('من أربيل.zip')
  await page.getByRole('button', { name: 'ادمج', exact: true }).click()
  await saved(page)
  const ours = ['ارتفع إنتاج النفط في أيلول وتشرين', 'وقال الوزير إن الزيادة مؤقتة']
  expect(await paragraphs(page)).toEqual([ours[0], 'وقال وزير النفط إن الزيادة مؤقتة', ADDED])
  await page.getByRole('status').getByRole('button', { name: 'تراجع' }).press('Enter')
  expect(await paragraphs(page)).toEqual(ours)
})

/** A store on another machine, on which somebody writes. Its clock is that of the window: versions are put in order by it. */
function otherMachine(folder: string): LocalService {
  let count = 0
  const newId = (): string => `other${(count += 1)}`
  const now = (): string => new Date().toISOString()
  return createService({
    ...{ store: openStore(join(folder, 'store')), now, newId, newBlockId: newId },
    ...{ home: folder, keyFolder: join(folder, 'keys') },
  })
}

test('a version that the backup of another store brought is merged from the list of versions', async ({
  window: page,
  app,
}) => {
  await write(page)
  const id = idOf(page)
  const here = await app.client()
  // The article stays open, so that no version of its own holds the text.
  const { path } = resultOrThrow(await here.call('store.backUp', {}))

  const there = otherMachine(join(app.folder, 'آلة أخرى'))
  const leila = { name: 'ليلى', role: 'reporter' } as const
  const asLeila = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> =>
    resultOrThrow(await there.call(name, input, 'desk', leila))
  await asLeila('store.restore', { path })
  const opened = await asLeila('articles.open', { id })
  const theirs = changed(opened.article, { 2: 'وقال وزير النفط إن الزيادة مؤقتة' }, ADDED)
  await asLeila('articles.save', { article: theirs, baseSaveNumber: opened.saveNumber, caret: null })
  await asLeila('articles.close', { id })
  const brought = await asLeila('store.backUp', {})
  there.close()

  await page.getByTestId('editor').locator('[data-block=paragraph]').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(' وتشرين')
  await saved(page)
  resultOrThrow(await here.call('publish.chooseFolder', { folder: dirname(brought.path) }))
  resultOrThrow(await here.call('store.restore', { path: brought.path }))
  await page.getByRole('tab', { name: 'الإصدارات' }).click()
  await page.getByTestId('timeline-point').filter({ hasText: 'ليلى' }).getByRole('button').click()
  await page.getByRole('button', { name: 'ادمج هذا الإصدار في النص' }).press('Enter')
  await expect(page.getByTestId('merging')).toContainText('ليلى')
  await page.getByRole('button', { name: 'ادمج', exact: true }).click()
  await saved(page)
  const ours = ['ارتفع إنتاج النفط في أيلول وتشرين', 'وقال الوزير إن الزيادة مؤقتة']
  expect(await paragraphs(page)).toEqual([ours[0], 'وقال وزير النفط إن الزيادة مؤقتة', ADDED])
  await page.keyboard.press('Control+Z')
  expect(await paragraphs(page)).toEqual(ours)
})
