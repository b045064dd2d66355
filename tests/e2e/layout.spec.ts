import type { Page } from '@playwright/test'
import { expect, goTo, importArticle, saved, setPerson, slash, test } from '../support/app.ts'
import { asPerson } from '#tests/support/as-person.ts'
import type { Client } from '../support/connect.ts'
import { brokenLayouts } from '../support/layout.ts'
import { paste } from '../support/paste.ts'
import { dragPicture } from '../support/drag-picture.ts'

/** The screens, and what is shown once each is there. */
const SCREENS = {
  library: { hash: '#/library/all', ready: '[data-testid=article-row]' },
  'a queue': { hash: '#/library/waiting', ready: '[data-testid=row-assignment]' },
  'an empty queue': { hash: '#/library/returned', ready: '.empty' },
  'an empty bin': { hash: '#/bin', ready: '.empty' },
  import: { hash: '#/import', ready: '.import-paste' },
  verify: { hash: '#/verify', ready: '.verify-drop' },
  'an empty outbox': { hash: '#/outbox', ready: '.empty' },
  'no shared folder': { hash: '#/handovers', ready: '.empty' },
  'no destinations': { hash: '#/destinations', ready: '.empty' },
  store: { hash: '#/store', ready: '[data-testid=store-verdict]' },
  settings: { hash: '#/settings', ready: '#settings-appearance' },
  'settings of people': { hash: '#/settings/people', ready: '#settings-key' },
  'settings of typing': { hash: '#/settings/typing', ready: '#settings-typing' },
  'settings of the house': { hash: '#/settings/house', ready: '#settings-house' },
  'settings of checks': { hash: '#/settings/checks', ready: '#settings-checks' },
  'settings of sections': { hash: '#/settings/news-sections', ready: '[data-testid=other-section]' },
  'settings of templates': { hash: '#/settings/templates', ready: '#settings-templates' },
} as const

/** @returns where the title of a screen begins, from the side that its language begins at, and from the top */
async function startOfTitle(page: Page): Promise<string> {
  return page.locator('.screen-title').evaluate(async (title) => {
    // The window may just have got another size.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const { left, right, top } = title.getBoundingClientRect()
    return `${Math.round(document.dir === 'rtl' ? right : left)} ${Math.round(top)}`
  })
}

async function speak(page: Page, language: 'ar' | 'en'): Promise<void> {
  await goTo(page, '#/settings')
  await page.locator(`label:has(input[value=${language}])`).click()
  await page.locator(`html[lang=${language}]`).waitFor()
}

/** Assigns an article to whoever works here, with as long an instruction as there may be. */
async function assign({ call }: Client, id: string, deadline: string): Promise<void> {
  const assignment = { assignee: 'كريم', deadline, instruction: 'أضف رأي الوزارة. '.repeat(29).trim() }
  await call('desk.assign', { ids: [id], assignment })
}

/** Comments on an article, assigns it and proposes for it, so that lists and checks say so. */
async function review(client: Client, id: string): Promise<void> {
  const { call } = client
  const got = await call('articles.get', { id })
  if (!got.ok) throw new Error(`The article cannot be read: ${got.error.code}`)
  const { article, saveNumber } = got.value
  const head = { ...article, metadata: { ...article.metadata, slug: 'kadhimi' } }
  await asPerson(client, { name: 'كريم', role: 'editor' }, async () => {
    await call('threads.begin', { id, saveNumber, anchor: { on: 'article' }, text: 'من قال هذا؟' })
    await call('proposals.save', { id, proposalId: 'p1', base: article, head, baseSaveNumber: null })
    await assign(client, id, '2026-11-30T09:00:00.000Z')
  })
}

for (const language of ['ar', 'en'] as const) {
  test(`every screen keeps the law of layout at eight sizes (${language})`, async ({ app, window: page }) => {
    await setPerson(page, 'كريم', 'محرر')
    await importArticle(page)
    await saved(page)
    const article = new URL(page.url()).hash
    await review(await app.client(), article.split('/')[2] ?? '')
    await speak(page, language)
    const broken: string[] = []
    let start: string | null = null
    for (const [name, { hash, ready }] of Object.entries(SCREENS)) {
      await goTo(page, hash)
      await page.locator(ready).first().waitFor()
      broken.push(...(await brokenLayouts(page, name)))
      await page.setViewportSize({ width: 1440, height: 900 })
      // Titles begin at one point over the screens.
      start ??= await startOfTitle(page)
      await expect.poll(() => startOfTitle(page), name).toBe(start)
    }
    await goTo(page, '#/destinations')
    await page.locator('.deliver-buttons button').last().click()
    await page.keyboard.press('Enter')
    await page.locator('.field-error').first().waitFor()
    broken.push(...(await brokenLayouts(page, 'a refused folder')))
    await goTo(page, `${article}/publish`)
    await page.getByTestId('preview').waitFor()
    broken.push(...(await brokenLayouts(page, 'export')))
    await goTo(page, `${article}/versions`)
    await page.locator('.versions-screen').waitFor()
    broken.push(...(await brokenLayouts(page, 'versions')))
    // Somebody else works at this desk for a moment.
    const client = await app.client()
    await asPerson(client, { name: 'ليلى', role: 'editor' }, () =>
      assign(client, article.split('/')[2] ?? '', '2099-11-30T09:00:00.000Z'),
    )
    await page.getByTestId('arrival').waitFor()
    broken.push(...(await brokenLayouts(page, 'a notice of what came')))
    await page.getByTestId('arrival').locator('button').last().press('Enter')
    await goTo(page, '#/library/all')
    await page.getByTestId('choice').first().check({ force: true })
    await page.getByTestId('chosen').waitFor()
    broken.push(...(await brokenLayouts(page, 'chosen articles')))
    await page.getByTestId('many-step').click()
    await page.getByRole('menuitem').first().click()
    await page.getByTestId('many-outcome').waitFor()
    broken.push(...(await brokenLayouts(page, 'what became of several articles')))
    await page.getByTestId('article-row').first().focus()
    await page.keyboard.press('Escape')
    await page.getByTestId('article-row').first().press('Delete')
    await page.getByTestId('put-away').waitFor()
    await page.setViewportSize({ width: 900, height: 600 })
    const notice = await page.getByTestId('put-away').locator('.banner').boundingBox()
    const column = await page.locator('.library-top').first().boundingBox()
    expect([notice?.x, notice?.width]).toEqual([column?.x, column?.width])
    broken.push(...(await brokenLayouts(page, 'the notice of the bin')))
    await goTo(page, '#/bin')
    await page.getByTestId('bin-row').waitFor()
    broken.push(...(await brokenLayouts(page, 'a bin with an article')))
    await page.keyboard.press('F1')
    await page.locator('.shortcuts').waitFor()
    broken.push(...(await brokenLayouts(page, 'the sheet of shortcuts')))
    expect(broken).toEqual([])
  })

  test(`writing keeps the law of layout in every state, at eight sizes (${language})`, async ({ window: page }) => {
    await setPerson(page, 'كريم', 'محرر')
    await importArticle(page)
    await saved(page)
    const article = new URL(page.url()).hash
    await speak(page, language)
    await goTo(page, article)
    await page.getByTestId('editor').waitFor()
    const broken: string[] = []
    const look = async (state: string): Promise<void> => {
      broken.push(...(await brokenLayouts(page, state)))
      await page.setViewportSize({ width: 1440, height: 900 })
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await look('the panel')
    for (const [index, tab] of ['review', 'details', 'text', 'versions'].entries()) {
      await page.getByRole('tab').nth(index).click()
      await look(`the panel ${tab}`)
    }
    await page.getByRole('tab').nth(0).click()
    await page.getByTestId('editor').locator('p').first().click({ clickCount: 3 })
    await page.keyboard.press('Control+Alt+KeyM')
    await page.keyboard.type('@')
    await page.locator('.mention-list').waitFor()
    await look('a new comment with the names of people')
    // In a narrow window the panel was closed.
    await page.getByTestId('new-comment').getByRole('textbox').fill('من المصدر؟')
    await page.keyboard.press('Control+Enter')
    await page.getByTestId('thread').waitFor()
    await look('a chosen comment')
    for (const size of [
      [900, 600],
      [450, 300],
    ] as const) {
      // One window.
      // oxlint-disable-next-line no-await-in-loop
      await page.setViewportSize({ width: size[0], height: size[1] })
      // oxlint-disable-next-line no-await-in-loop
      await page.keyboard.press('Control+Alt+Period')
      // oxlint-disable-next-line no-await-in-loop
      await expect(page.locator('[data-chosen-card]')).toBeInViewport()
      // oxlint-disable-next-line no-await-in-loop
      broken.push(...(await brokenLayouts(page, 'a comment over the page', [size])))
      // oxlint-disable-next-line no-await-in-loop
      await page.keyboard.press('Escape')
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.getByTestId('view-steps').click()
    await page.getByRole('tab').nth(2).click()
    await page.locator('.goal label').nth(2).click()
    await page.getByTestId('goal-bar').waitFor()
    await look('a goal')
    const toggle = page.getByRole('button', { name: /اللوح الجانبي|side panel/u })
    const columns = async (): Promise<unknown[]> => {
      const all: unknown[] = []
      for (const [width, height] of [
        [1280, 800],
        [1440, 900],
        [1920, 1080],
      ] as const) {
        // One window.
        // oxlint-disable-next-line no-await-in-loop
        await page.setViewportSize({ width, height })
        // oxlint-disable-next-line no-await-in-loop
        const box = await page.getByTestId('editor').boundingBox()
        all.push([width, Math.round(box?.x ?? 0), Math.round(box?.width ?? 0)])
      }
      return all
    }
    const beside = await columns()
    await toggle.click()
    expect(await columns()).toEqual(beside)
    await look('no panel')
    await page.getByTestId('editor').locator('p').first().click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(page.locator('[data-chosen]')).toHaveCount(2)
    await look('selected blocks')
    await page.keyboard.press('Escape')
    await page.getByTestId('editor').press('Control+KeyF')
    await page.locator('.find-bar').waitFor()
    await look('find')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+KeyH')
    await page.locator('.find-bar').waitFor()
    await look('replace')
    await page.getByRole('search').getByRole('textbox').first().fill('العراق')
    await page.getByTestId('find-longer').waitFor()
    await look('longer words that are left out')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+KeyF')
    await page.locator('html[data-focus-mode]').waitFor()
    await look('focus mode')
    await page.keyboard.press('Control+Shift+KeyF')
    await page.locator('html:not([data-focus-mode])').waitFor()
    await toggle.click()
    await page.getByTestId('editor').press('Control+Alt+Shift+KeyX')
    await page.getByTestId('mode-line').waitFor()
    await page.getByTestId('editor').locator('p').first().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' وهذا ما اقترحه المحرر')
    await page.locator('ins.changed-text').first().waitFor()
    await page.getByRole('tab').nth(0).click()
    await page.getByTestId('view-cards').click()
    await page.getByTestId('change-card').waitFor()
    await look('proposing')
    await saved(page)
    await page.getByTestId('editor').press('Control+Alt+Shift+KeyX')
    await page.locator('ins.drawn-words').first().waitFor()
    await look('a proposal')
    await page.getByRole('tab').nth(3).click()
    await page.locator('.inspector-panel select').selectOption({ index: 1 })
    await page.getByTestId('mode-line').waitFor()
    await look('what changed since a version')
    await page.getByTestId('mode-line').getByRole('button').click()
    await page.getByTestId('mode-line').waitFor({ state: 'detached' })
    await page.getByTestId('timeline-point').last().locator('button').press('Enter')
    await page.locator('.comparison').waitFor()
    await look('a comparison')
    expect(broken).toEqual([])
  })
}

test('what floats over the text keeps the law of layout in the smallest windows', async ({ window: page }) => {
  await importArticle(page)
  const editor = page.getByTestId('editor')
  const first = editor.locator('p').first()
  await first.click()
  await page.keyboard.press('Home')
  await paste(page, { 'text/plain': 'https://example.org/2026/very-long-address-of-a-post-about-fuel-prices' })
  await page.keyboard.press('Enter')
  await slash(page, 'جدول')
  await page.keyboard.type('البلد')
  for (const size of [
    [900, 600],
    [450, 300],
  ] as const) {
    // A menu or bar is placed where it opens: in a window of this size.
    const look = async (state: string): Promise<void> => {
      expect(await brokenLayouts(page, state, [size])).toEqual([])
    }
    await page.setViewportSize({ width: size[0], height: size[1] })
    await editor.locator('th').first().click()
    await page.locator('.table-handle-row').waitFor()
    await look('the handles of a table')
    await page.locator('.table-handle-column').click()
    await page.getByRole('menu').waitFor()
    await look('the menu of a column')
    await page.keyboard.press('Escape')
    await first.locator('.inline-link').click()
    await page.locator('.link-bar').waitFor()
    await look('the bar of a link')
    await page.keyboard.press('ContextMenu')
    await page.getByRole('menu').waitFor()
    await look('the menu of the text')
    await page.keyboard.press('Escape')
    await dragPicture(first, { y: 2, drop: false })
    await page.locator('.drop-line').waitFor()
    await look('the line where pictures are dropped')
    await dragPicture(page.getByRole('navigation').first(), { y: 60, x: 20, drop: true })
    await page.locator('.drop-word[data-shown=true]').waitFor()
    await look('the word where to drop')
    await editor.locator('p').last().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await slash(page, 'مضمن')
    await page.getByRole('dialog').waitFor()
    await look('the dialog of an embed')
    await page.keyboard.press('Escape')
    await slash(page, 'المكتبة')
    await page.locator('.palette').waitFor()
    await look('the picker of related links')
    await page.keyboard.press('Escape')
  }
  await page.setViewportSize({ width: 900, height: 600 })
  await first.scrollIntoViewIfNeeded()
  await dragPicture(first, { y: 2, drop: true })
  const picture = editor.locator('figure img').first()
  await picture.waitFor()
  await picture.scrollIntoViewIfNeeded()
  await dragPicture(picture, { y: 20, drop: true })
  await page.getByRole('dialog').waitFor()
  const choice = await brokenLayouts(page, 'the choice where a picture is dropped on another', [
    [900, 600],
    [450, 300],
  ])
  expect(choice).toEqual([])
})

test('the bar over selected words stands beside them, inside the page', async ({ window: page }) => {
  await importArticle(page)
  for (const [width, height] of [
    [900, 600],
    [1440, 900],
  ] as const) {
    // One window.
    // oxlint-disable-next-line no-await-in-loop
    await page.setViewportSize({ width, height })
    for (const line of ['h1', 'p']) {
      const words = page.getByTestId('editor').locator(line).first()
      // oxlint-disable-next-line no-await-in-loop
      await words.click({ clickCount: 3 })
      // oxlint-disable-next-line no-await-in-loop
      const [bar, box, text] = await Promise.all([
        page.locator('.selection-bar').boundingBox(),
        page.locator('.writing-page').boundingBox(),
        page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect().toJSON() as DOMRect),
      ])
      if (bar === null || box === null) throw new Error('There is no bar')
      expect(bar.y >= text.bottom || bar.y + bar.height <= text.top, `${line} at ${width}`).toBe(true)
      expect(bar.x >= box.x && bar.x + bar.width <= box.x + box.width, `${line} at ${width}`).toBe(true)
      expect(bar.y >= box.y && bar.y + bar.height <= box.y + box.height, `${line} at ${width}`).toBe(true)
    }
  }
  // The bar follows its words when the window becomes smaller.
  await page.setViewportSize({ width: 900, height: 600 })
  const offset = (): Promise<number> =>
    page.evaluate(() => {
      const words = getSelection()?.getRangeAt(0).getBoundingClientRect()
      const bar = document.querySelector('.selection-bar')?.getBoundingClientRect()
      return words === undefined || bar === undefined
        ? NaN
        : Math.abs(words.left + words.right - bar.left - bar.right) / 2
    })
  await expect.poll(offset).toBeLessThan(4)
  // What the side panel covers of the page is no place for it.
  await page.getByRole('button', { name: 'أظهر اللوح الجانبي' }).click()
  await page.locator('.inspector').waitFor()
  const line = page.getByTestId('editor').locator('p').first()
  const { width } = (await line.boundingBox()) ?? { width: 0 }
  await line.click({ clickCount: 3, position: { x: width - 40, y: 12 } })
  await expect(page.locator('.selection-bar')).toBeVisible()
  expect(await brokenLayouts(page, 'the bar beside the side panel', [[900, 600]])).toEqual([])
})

test('the verdict on the store is one line with its button', async ({ window: page }) => {
  await goTo(page, '#/store')
  const verdict = page.getByTestId('store-verdict')
  const button = await verdict.getByRole('button').boundingBox()
  const words = await verdict.getByRole('status').boundingBox()
  if (button === null || words === null) throw new Error('nothing to measure')
  expect(Math.abs(button.y + button.height / 2 - (words.y + words.height / 2))).toBeLessThan(2)
})
