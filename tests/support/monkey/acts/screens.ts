import type { Act } from '../monkey-window.ts'
import { goTo } from '../../app.ts'
import { pressWithin } from './mouse.ts'

const SCREENS = ['#/', '#/settings', '#/import', '#/bin', '#/store', '#/outbox', '#/verify', '#/destinations'] as const

/** Opens the article again, where the window shows another screen, and takes it out of the bin if it was put there. */
export const comeBack: Act = async ({ page, articleId }) => {
  await goTo(page, `#/article/${articleId}`)
  const text = page.getByTestId('editor')
  const takeOut = page.locator('.empty').getByRole('button', { name: 'أخرجها' })
  await text.or(takeOut).first().waitFor()
  if (await takeOut.isVisible()) await takeOut.click()
  await text.waitFor()
  return 'come back to the article'
}

/** Goes to another screen and back, sometimes before that screen is there. */
export const goAway: Act = async (window, draw) => {
  const { page, articleId } = window
  const hash = draw.chance(20) ? `#/article/${articleId}/publish` : draw.of(SCREENS)
  await goTo(page, hash)
  if (draw.chance(50)) await page.getByTestId('editor').waitFor({ state: 'detached' })
  await comeBack(window, draw)
  return `go to ${hash} and come back`
}

/** Shows the versions, and compares two of them. */
export const compare: Act = async (window, draw) => {
  const { page } = window
  await page.keyboard.press('Control+k')
  await page.keyboard.type('versions')
  await page.keyboard.press('Enter')
  const pressed = await pressWithin('.timeline')(window, draw)
  const [side, option] = [draw.below(2), draw.below(8)]
  const chosen = await page.evaluate(
    ([at, wanted]) => {
      const select = document.querySelectorAll<HTMLSelectElement>('.comparison select')[at]
      if (select === undefined || select.closest('[inert]') !== null) return null
      select.selectedIndex = wanted % select.options.length
      select.dispatchEvent(new Event('change', { bubbles: true }))
      return select.selectedIndex
    },
    [side, option] as const,
  )
  return chosen === null
    ? `show the versions, ${pressed}`
    : `compare: ${pressed}, with version ${chosen} on side ${side}`
}

/** Finds, and perhaps replaces. */
export const find: Act = async ({ page }, draw) => {
  const replaces = draw.chance(40)
  await page.keyboard.press(replaces ? 'Control+h' : 'Control+f')
  await page.keyboard.type(draw.of(['ا', 'ب', 'كلم', 'فقرة', 'لا شيء']))
  const keys = [
    'Enter',
    'Enter',
    ...(replaces ? ['Tab', 'Control+Enter'] : []),
    draw.of(['Escape', 'Tab', 'Control+z']),
  ]
  for (const key of keys) {
    // oxlint-disable-next-line no-await-in-loop -- keys come one after another
    await page.keyboard.press(key)
  }
  return `find, ${keys.join(' ')}`
}

/** Resizes the window, so that panels fold. */
export const resize: Act = async ({ page }, draw) => {
  const size = draw.of([
    { width: 1280, height: 800 },
    { width: 900, height: 600 },
    { width: 1440, height: 900 },
  ])
  await page.setViewportSize(size)
  return `resize to ${size.width} × ${size.height}`
}
