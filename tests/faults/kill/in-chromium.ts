import { once } from 'node:events'
import { chromium, type Page } from 'playwright-core'
import type { Article } from '#core/article/article.ts'
import { findBrowser } from '#electron/files/find-browser.ts'
import { openStore } from '#db/open.ts'
import { getArticle } from '#db/tables/articles.ts'
import { Overheard, sessionOf } from '#tests/support/sealed.ts'
import { startMidad } from '../support/midad.ts'
import { bodyOf, startTyping, type Typed } from './typed.ts'
import type { Killed } from './by-program.ts'

const isRoot = process.getuid?.() === 0

/** @returns the browser that `npm test` would use, or null. */
export function browserPath(): string | null {
  return process.env['MIDAD_CHROMIUM'] ?? findBrowser(process.env, process.platform)
}

/** Starts a browser that the test may kill. */
export async function launch(executablePath: string) {
  const args = [...(isRoot ? ['--no-sandbox'] : []), '--disable-quic', '--disable-background-networking']
  const server = await chromium.launchServer({ executablePath, args })
  const browser = await chromium.connect(server.wsEndpoint())
  return { server, browser }
}

/** Opens a window and a new article in it, with the caret in its body. */
export async function openArticle(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('button', { name: 'مقالة جديدة' }).first().click()
  await page.waitForSelector('[data-testid=editor]:focus')
  await page.keyboard.type('عنوان')
  await page.keyboard.press('Enter')
}

/** Reads the answers of the service: a text is acknowledged once its answer arrived. */
function listen(page: Page, typed: Typed): void {
  let overheard: Promise<Overheard> | null = null
  page.on('response', (response) => {
    const sent = response.request()
    const { pathname } = new URL(sent.url())
    if (pathname === '/channel') {
      overheard = Promise.all([overheard ?? sessionOf(page), response.json()]).then(([known, welcome]) => {
        const all = known instanceof Overheard ? known : new Overheard(known.secret)
        all.learn(sent.url(), sent.postDataJSON(), welcome)
        return all
      })
      overheard.catch(() => {})
    }
    if (pathname !== '/call/articles.save') return
    Promise.all([overheard, response.body(), sent.headerValue('authorization')]).then(
      ([known, body, header]) => {
        const about = { url: sent.url(), authorization: header ?? undefined }
        const answer = known?.open('answer', about, body) as { ok: boolean } | null | undefined
        const asked = known?.open('request', about, sent.postDataBuffer() ?? Buffer.of()) as { article: Article } | null
        if (answer?.ok === true && asked !== null) typed.acknowledge(bodyOf(asked.article))
      },
      // The process ended during its answer: nothing was acknowledged.
      () => {},
    )
  })
}

async function typeUntil(page: Page, typed: Typed, isOver: () => boolean): Promise<void> {
  for (let word = 0; !isOver(); word += 1) {
    const text = `كلمة${word} `
    typed.type(text)
    await page.keyboard.type(text, { delay: 12 })
  }
}

/** Kills the service while somebody types in a window, which must report it and keep the text. */
export async function killServiceUnder(executablePath: string, store: string, random: () => number): Promise<Killed> {
  const midad = await startMidad(store)
  const { server, browser } = await launch(executablePath)
  try {
    const page = await browser.newPage({ locale: 'ar' })
    const typed = startTyping(() => performance.now())
    listen(page, typed)
    await openArticle(page, await midad.address())
    const killAt = performance.now() + 300 + random() * 4700
    await typeUntil(page, typed, () => performance.now() >= killAt)
    typed.end()
    await midad.kill()
    await page.keyboard.type('بعد ')
    await page.waitForSelector('[data-testid=save-status]:not([data-state=saved])', { timeout: 20_000 })
    const shown = await page.getByTestId('editor').innerText()
    const reopened = openStore(store)
    try {
      const [row] = reopened.db.all<{ id: string }>('SELECT id FROM articles')
      const stored = row === undefined ? null : getArticle(reopened.db, row.id)
      const judged = typed.judge(stored === null ? '' : bodyOf(stored.article))
      if (!shown.includes(typed.text().trim())) judged.losses.push('the window does not have the text any more')
      return judged
    } finally {
      reopened.close()
    }
  } finally {
    await server.kill()
    await midad.kill()
  }
}

/** Kills the browser while somebody types in it. The service must have what it acknowledged. */
export async function killBrowser(executablePath: string, store: string, random: () => number): Promise<Killed> {
  const midad = await startMidad(store)
  const { server, browser } = await launch(executablePath)
  try {
    const page = await browser.newPage({ locale: 'ar' })
    const typed = startTyping(() => performance.now())
    listen(page, typed)
    await openArticle(page, await midad.address())
    const ended = once(server.process(), 'exit')
    const kill = setTimeout(
      () => {
        typed.end()
        server.process().kill('SIGKILL')
      },
      300 + random() * 4700,
    )
    // Typing ends with this error when the browser is killed.
    await typeUntil(page, typed, () => false).catch(() => {})
    clearTimeout(kill)
    await ended
    const { call } = await midad.client()
    const list = await call('articles.list', {})
    const id = list.ok ? (list.value.rows[0]?.id ?? '') : ''
    const got = await call('articles.get', { id })
    return typed.judge(got.ok ? bodyOf(got.value.article) : '')
  } finally {
    await server.kill().catch(() => {})
    await midad.kill()
  }
}
