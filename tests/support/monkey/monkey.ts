import { isDeepStrictEqual } from 'node:util'
import type { Page } from '@playwright/test'
import type { Block } from '#core/article/block.ts'
import { ACTS } from './acts/acts.ts'
import { takeBack } from './acts/elsewhere.ts'
import { comeBack } from './acts/screens.ts'
import { drawFor, weighted } from './draw.ts'
import { look } from './look.ts'
import type { Elsewhere, MonkeyWindow } from './monkey-window.ts'
import { brokenInWindow } from './window-laws.ts'

/** Steps between two that wait until the store has the text. */
const SAVED_EVERY = 50
/** Each look waits for two frames. */
const MOST_LOOKS = 10
const LONGEST_MS = 60_000

export type Run = {
  page: Page
  seed: number
  /** The numbers of the steps to take: all from 0, or those that are left of a failure that is being shrunk. */
  steps: readonly number[]
  /** Errors of the console and the page, so far. */
  complaints: () => readonly string[]
  /** @returns the document of an article in the store. */
  stored: (articleId: string) => Promise<readonly Block[]>
  elsewhere: Elsewhere
}

/** What went wrong, and how to see it again. */
export type Failure = { seed: number; step: number; broken: readonly string[]; done: readonly string[] }

/**
 * Does random things in a window that shows an article, checks what must hold after each, and waits at the end until all is
 * saved.
 */
export async function runMonkey({ page, seed, steps, complaints, stored, elsewhere }: Run): Promise<Failure | null> {
  const session = await page.context().newCDPSession(page)
  const articleId = decodeURIComponent(/#\/article\/([^/?]+)/u.exec(page.url())?.[1] ?? '')
  const window: MonkeyWindow = { page, session, articleId, seen: await look(page), elsewhere, onlooker: null }
  const done: string[] = []
  for (const step of steps) {
    // oxlint-disable-next-line no-await-in-loop -- one action after another
    const broken = await brokenBy(window, seed, step, done)
    broken.push(...complaints())
    if (broken.length > 0) return { seed, step, broken, done }
  }
  const broken = await brokenInStore(window, stored)
  return broken.length > 0 ? { seed, step: steps.length, broken, done } : null
}

/** Takes a step. @returns what is broken after it */
async function brokenBy(window: MonkeyWindow, seed: number, step: number, done: string[]): Promise<string[]> {
  try {
    done.push(`${step}: ${await takeStep(window, seed, step)}`)
    return await settle(window)
  } catch (error) {
    return [
      `${String(error)}, while the window shows “${(await window.page.locator('body').innerText()).slice(0, 400)}”`,
    ]
  }
}

/** Waits until all is saved. @returns how the text in the store differs from that of the window */
async function brokenInStore(window: MonkeyWindow, stored: Run['stored']): Promise<string[]> {
  const { page, articleId } = window
  if (window.seen.canWrite) await comeBack(window, drawFor(0, 0))
  else await takeBack(window, drawFor(0, 0))
  await leaveProposing(page)
  await page.locator('[data-testid=save-status][data-state=saved]').waitFor({ timeout: LONGEST_MS })
  const { document, saved } = await look(page)
  // A paste may have arrived meanwhile.
  if (saved !== 'saved') return brokenInStore(window, stored)
  const kept = await stored(articleId)
  return isDeepStrictEqual(kept, document)
    ? []
    : [`the store has ${JSON.stringify(kept)} for ${JSON.stringify(document)}`]
}

/** Shows the article itself: while one proposes, the window has the text of the proposal. */
async function leaveProposing(page: Page): Promise<void> {
  const notice = page.getByText('ما تكتبه هنا اقتراح باسم')
  if (!(await notice.isVisible())) return
  await page.keyboard.press('Control+Alt+Shift+KeyX')
  await notice.waitFor({ state: 'hidden', timeout: LONGEST_MS })
}

/** Looks until nothing is broken: pictures arrive late, and React draws after the model has changed. @returns what stays broken */
async function settle(window: MonkeyWindow): Promise<string[]> {
  let broken: string[] = []
  for (let time = 0; time < MOST_LOOKS; time += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one look after another
    window.seen = await look(window.page)
    broken = brokenInWindow(window.seen)
    if (broken.length === 0) return broken
  }
  return broken
}

async function takeStep(window: MonkeyWindow, seed: number, step: number): Promise<string> {
  const { page, seen } = window
  const draw = drawFor(seed, step)
  if (seen.document === null) return comeBack(window, draw)
  if (step % SAVED_EVERY === SAVED_EVERY - 1 && seen.saved !== null) {
    await page.locator('[data-testid=save-status][data-state=saved]').waitFor({ timeout: LONGEST_MS })
    return 'wait until all is saved'
  }
  const { name, act } = weighted(draw, ACTS)
  return `${name}: ${await act(window, draw)}`
}

/** @returns a failure in words, with what repeats it. */
export function failureWords({ seed, step, broken, done }: Failure): string {
  return [`seed ${seed}, step ${step}: ${broken.join('; ')}`, ...done.slice(-20)].join('\n  ')
}
