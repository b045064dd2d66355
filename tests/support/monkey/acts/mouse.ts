import type { Page } from '@playwright/test'
import type { Draw } from '../draw.ts'
import type { Act, Spot } from '../monkey-window.ts'

/** Controls that would end the run: they put the article away, hand it over, or open a dialog of the system. */
const LEFT_ALONE = /سلة|طباعة|صدّر|ملف|مجلد|أرسل|احفظ نسخة|الصور|صورة|review/u

/** @returns the middle of every control that can be pressed now. */
async function controls(page: Page, within: string): Promise<Spot[]> {
  const found = await page.evaluate((selector) => {
    const list = [...document.querySelectorAll(selector)].flatMap((root) => [
      ...root.querySelectorAll<HTMLElement>(
        'button, a[href], input:not([type=file]), select, [role=tab], [role^=menuitem], [role=option]',
      ),
    ])
    return list.flatMap((control) => {
      const { x, y, width, height } = control.getBoundingClientRect()
      const spot = { x: x + width / 2, y: y + height / 2 }
      const top = document.elementFromPoint(spot.x, spot.y)
      if (top === null || !(control.contains(top) || top.contains(control)) || control.matches(':disabled')) return []
      const words = control.getAttribute('aria-label') ?? control.textContent ?? ''
      const isReview = control.closest('.review') !== null
      return [{ ...spot, words: `${isReview ? 'review ' : ''}${words.slice(0, 40)}` }]
    })
  }, within)
  return found.filter(({ words }) => !LEFT_ALONE.test(words))
}

/** Presses one of the controls within some elements. */
export function pressWithin(selector: string): Act {
  return async ({ page }, draw) => {
    const spots = await controls(page, selector)
    if (spots.length === 0) return `no control within ${selector}`
    const { x, y, words } = draw.of(spots)
    await page.mouse.click(x, y)
    return `press “${words}” within ${selector}`
  }
}

/** @returns a place on the page, more often on its text than beside it. */
async function place(page: Page, draw: Draw): Promise<Spot> {
  const boxes = await page.evaluate(() =>
    [...document.querySelectorAll('[data-testid=editor] [data-slate-node=element]')].flatMap((block) => {
      const { x, y, width, height } = block.getBoundingClientRect()
      return y < 60 || y + height / 2 > innerHeight - 10 || height === 0 ? [] : [{ x, y, width, height }]
    }),
  )
  const spread = (from: number, size: number): number => Math.round(from + (size * (1 + draw.below(98))) / 100)
  if (boxes.length === 0 || draw.chance(25)) return { x: spread(0, 1280), y: spread(0, 800), words: 'anywhere' }
  const { x, y, width, height } = draw.of(boxes)
  return { x: spread(x, width), y: Math.min(spread(y, height), 790), words: 'a block' }
}

/** A press there would end the run, or a control of the side panel is pressed that `pressWithin` leaves alone. */
async function isLeftAlone(page: Page, { x, y }: Spot): Promise<boolean> {
  return page.evaluate(
    ([left, top]) => {
      const control = document.elementFromPoint(left, top)?.closest('button, a, input, label, select, [role]')
      return control !== null && control !== undefined && control.closest('[data-testid=editor]') !== control
    },
    [x, y] as const,
  )
}

export const click: Act = async ({ page }, draw) => {
  const spot = await place(page, draw)
  const count = draw.of([1, 1, 1, 2, 3])
  const shift = draw.chance(20)
  const button = draw.chance(5) ? 'right' : 'left'
  const words = `${count} ${shift ? 'Shift+' : ''}${button} clicks on ${spot.words} at ${spot.x}, ${spot.y}`
  if (await isLeftAlone(page, spot)) return `none of ${words}`
  if (shift) await page.keyboard.down('Shift')
  await page.mouse.click(spot.x, spot.y, { clickCount: count, button })
  if (shift) await page.keyboard.up('Shift')
  return words
}

export const drag: Act = async ({ page }, draw) => {
  const from = await place(page, draw)
  const to = await place(page, draw)
  const words = `drag from ${from.words} at ${from.x}, ${from.y} to ${to.words} at ${to.x}, ${to.y}`
  if (await isLeftAlone(page, from)) return `no ${words}`
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 2 })
  await page.mouse.move(to.x, to.y, { steps: 2 })
  await page.mouse.up()
  return words
}

/** Drags a block by its grip, or opens its menu and leaves it or takes an entry. */
export const blockHandle: Act = async ({ page }, draw) => {
  const at = await place(page, draw)
  await page.mouse.move(at.x, at.y)
  // In one look: what is drawn may change between two, as when the mode turns.
  const box = await page.locator('.block-grip').evaluateAll(([grip]) => {
    const { x = 0, y = 0, width = 0, height = 0 } = grip?.getBoundingClientRect() ?? {}
    return grip === undefined ? null : { x, y, width, height }
  })
  if (box === null) return `no grip at ${at.x}, ${at.y}`
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await page.mouse.move(middle.x, middle.y)
  if (draw.chance(50)) {
    const to = await place(page, draw)
    await page.mouse.down()
    await page.mouse.move(middle.x, (middle.y + to.y) / 2, { steps: 2 })
    await page.mouse.move(middle.x, to.y, { steps: 2 })
    await page.mouse.up()
    return `drag the block at ${middle.y} to ${to.y}`
  }
  await page.mouse.click(middle.x, middle.y)
  if (draw.chance(50)) {
    await page.keyboard.press('Escape')
    return `open the menu of the block at ${middle.y}, and Escape`
  }
  const steps = draw.below(12)
  for (let step = 0; step < steps; step += 1) {
    // oxlint-disable-next-line no-await-in-loop -- keys come one after another
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  return `take entry ${steps} of the menu of the block at ${middle.y}`
}
