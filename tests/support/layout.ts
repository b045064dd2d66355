import type { Page } from '@playwright/test'

/** The sizes of windows, and the same at a zoom of 200 %, in CSS pixels. */
export const SIZES = [
  [900, 600],
  [1280, 800],
  [1440, 900],
  [1920, 1080],
  [450, 300],
  [640, 400],
  [720, 450],
  [960, 540],
] as const

/**
 * The law of layout, in the window as it is drawn: regions fill the window and none covers another; nothing scrolls
 * sideways; a text column stands in the middle of its page; every control of a bar is in sight and can be pressed.
 * Runs in the page.
 * @returns what breaks it, empty for nothing
 */
function broken(): string[] {
  const found: string[] = []
  type Box = { name: string; left: number; top: number; right: number; bottom: number }
  const boxOf = (name: string): Box | null => {
    const element = document.querySelector(name)
    if (element === null || !element.checkVisibility({ visibilityProperty: true })) return null
    const { left, top, right, bottom } = element.getBoundingClientRect()
    return right - left < 1 || bottom - top < 1 ? null : { name, left, top, right, bottom }
  }
  const text = ({ name, left, top, right, bottom }: Box): string =>
    `${name} (${[left, top, right, bottom].map(Math.round).join(' ')})`
  const area = ({ left, top, right, bottom }: Box): number => (right - left) * (bottom - top)
  const fills = (whole: Box, names: readonly string[]): void => {
    const boxes = names.map(boxOf).filter((box) => box !== null)
    for (const box of boxes) {
      const isInside =
        box.left >= whole.left - 1 &&
        box.right <= whole.right + 1 &&
        box.top >= whole.top - 1 &&
        box.bottom <= whole.bottom + 1
      if (!isInside) found.push(`${text(box)} is cut by ${text(whole)}`)
    }
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left)
        const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
        if (width > 1 && height > 1) found.push(`${text(one)} covers ${text(other)}`)
      }
    }
    const gap = area(whole) - boxes.reduce((sum, box) => sum + area(box), 0)
    if (gap > 2 * (whole.right - whole.left + whole.bottom - whole.top)) {
      found.push(`${Math.round(gap)} px² of ${text(whole)} are empty beside ${boxes.map(text).join(', ')}`)
    }
  }
  const { innerWidth, innerHeight } = window
  fills({ name: 'the window', left: 0, top: 0, right: innerWidth, bottom: innerHeight }, [
    '.sidebar',
    '.main',
    '.notices',
    '.first-start',
  ])
  const writing = boxOf('.writing')
  const isOver = matchMedia('(width < 78rem)').matches
  if (writing !== null) {
    fills(writing, ['.writing-bar', '.mode-line', '.writing-page', ...(isOver ? [] : ['.inspector'])])
    const page = boxOf('.writing-page')
    const inspector = boxOf('.inspector')
    const find = boxOf('.find-bar')
    for (const over of [inspector, find]) {
      if (isOver && page !== null && over !== null && (over.left < page.left - 1 || over.right > page.right + 1)) {
        found.push(`${text(over)} is cut by ${text(page)}`)
      }
    }
    // The find bar, and the bars beside words and links.
    for (const bar of [find, boxOf('.selection-bar:not(.link-bar)'), boxOf('.link-bar')]) {
      if (inspector !== null && bar !== null && bar.left < inspector.right - 1 && bar.right > inspector.left + 1) {
        found.push(`${text(bar)} covers ${text(inspector)}`)
      }
    }
  }

  // An element that hides or scrolls what is too wide for it. One of a single pixel is for screen readers only.
  for (const element of document.querySelectorAll<HTMLElement>('html, body, .window, .window *')) {
    const { overflowX, webkitLineClamp, fontSize } = getComputedStyle(element)
    // Chromium may draw the ellipsis of a clamped text beyond its box.
    const room = webkitLineClamp === 'none' ? 1 : Number.parseFloat(fontSize)
    const isMeant = element.matches('[data-scrolls-sideways], input, textarea, .skip-link')
    const isCut = overflowX !== 'visible' && getComputedStyle(element).textOverflow !== 'ellipsis'
    if (!isMeant && isCut && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + room) {
      const name = `${element.tagName.toLowerCase()}.${element.className}`
      found.push(`${name} is ${element.scrollWidth} px wide in ${element.clientWidth} px`)
    }
  }

  // What floats over the page is in the window as a whole. A long menu or list scrolls in itself.
  for (const over of document.querySelectorAll(
    '.link-bar, .selection-bar, .slash-menu, .menu-popover, .calendar-popover, .palette, .drop-line, .drop-word[data-shown=true], .table-handle',
  )) {
    if (!over.checkVisibility({ visibilityProperty: true })) continue
    const { left, top, right, bottom } = over.getBoundingClientRect()
    const isInside = left >= -1 && right <= innerWidth + 1 && top >= -1 && bottom <= innerHeight + 1
    // These scroll with the text.
    const isInText = over.matches('.selection-bar, .drop-line, .table-handle')
    if (!(isInText ? left >= -1 && right <= innerWidth + 1 : isInside)) {
      found.push(`${text({ name: `.${over.className}`, left, top, right, bottom })} is out of the window`)
    }
  }

  // A chunk of blocks cuts what stands out of it.
  for (const mark of document.querySelectorAll('[data-chosen], .table-handle')) {
    const chunk = mark.closest('.editor-chunk')?.getBoundingClientRect()
    if (chunk === undefined) continue
    const { outlineStyle, outlineOffset, outlineWidth } = getComputedStyle(mark)
    const out = outlineStyle === 'none' ? 0 : Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth)
    const { left, top, right, bottom } = mark.getBoundingClientRect()
    if (left - out < chunk.left - 1 || right + out > chunk.right + 1) {
      found.push(`${text({ name: 'A mark of a block', left, top, right, bottom })} is cut by its chunk`)
    }
  }

  const page = document.querySelector<HTMLElement>('.writing-page')
  const editor = document.querySelector<HTMLElement>('[data-testid=editor]')
  if (page !== null && editor !== null) {
    const { left, right } = page.getBoundingClientRect()
    const bar = page.offsetWidth - page.clientWidth
    const isRtl = getComputedStyle(page).direction === 'rtl'
    const panel = isOver || document.documentElement.dataset['focusMode'] !== undefined ? 0 : 320
    const isOpen = !isOver && document.querySelector('.inspector') !== null
    // The whole area, and what the panel leaves of it.
    const [start, end] = isRtl ? [left + bar - (isOpen ? panel : 0), right] : [left, right - bar + (isOpen ? panel : 0)]
    const middles = [(start + end) / 2, isRtl ? (start + panel + end) / 2 : (start + end - panel) / 2]
    const column = editor.getBoundingClientRect()
    const off = Math.min(...middles.map((middle) => Math.abs((column.left + column.right) / 2 - middle)))
    if (off > bar + 1) found.push(`The text stands ${Math.round(off)} px beside the middle of its page`)
  }

  // A dialog covers the window, and a menu what lies below it.
  // The buttons of a dialog are in sight, however long its text.
  for (const button of document.querySelectorAll<HTMLElement>('.dialog-actions button')) {
    const { left, top, right, bottom } = button.getBoundingClientRect()
    const box = { name: `«${button.textContent}»`, left, top, right, bottom }
    if (top < 0 || bottom > innerHeight || left < 0 || right > innerWidth) found.push(`${text(box)} is out of sight`)
  }
  const isCovered = document.querySelector('[role=dialog], [role=menu], [role=listbox]') !== null
  // At 200 % the library scrolls to the bar below its list.
  const bars = `.writing-bar, .publish-bar, .frame-head, .library-top${innerHeight < 600 ? '' : ', .chosen-bar'}`
  for (const bar of isCovered ? [] : document.querySelectorAll(bars)) {
    const frame = bar.getBoundingClientRect()
    for (const control of bar.querySelectorAll<HTMLElement>('button, a, input')) {
      if (!control.checkVisibility()) continue
      const { left, top, right, bottom, width, height } = control.getBoundingClientRect()
      const name = control.getAttribute('aria-label') ?? control.textContent
      if (left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 1 || bottom > frame.bottom + 1) {
        found.push(
          `${text({ name: `«${name}»`, left, top, right, bottom })} sticks out of its bar (${[frame.left, frame.top, frame.right, frame.bottom].map(Math.round).join(' ')})`,
        )
      } else if (bottom > innerHeight + 1 && bar.matches('.chosen-bar')) {
        found.push(`${text({ name: `«${name}»`, left, top, right, bottom })} is out of sight`)
      } else if (bottom <= innerHeight) {
        const hit = document.elementFromPoint(left + width / 2, top + height / 2)
        if (hit === null || !(control.contains(hit) || hit.contains(control))) {
          found.push(
            `«${name}» is covered by ${hit === null ? 'nothing' : `<${hit.localName} class="${hit.className}">`}`,
          )
        }
      }
    }
  }
  return found
}

/** How many frames a window may take to settle after its size changed. A busy machine draws tools a few frames late. */
const SETTLING_FRAMES = 60

/** @returns what breaks the law of layout in a window at each of the sizes, once it has settled. */
export async function brokenLayouts(
  page: Page,
  state: string,
  sizes: readonly (readonly [number, number])[] = SIZES,
): Promise<string[]> {
  const all: string[] = []
  for (const [width, height] of sizes) {
    // One window.
    // oxlint-disable-next-line no-await-in-loop
    await page.setViewportSize({ width, height })
    // oxlint-disable-next-line no-await-in-loop
    const found = await page.evaluate(`(async () => {
      const broken = ${String(broken)}
      let found = []
      for (let frame = 0; frame < ${SETTLING_FRAMES}; frame += 1) {
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
        found = broken()
        if (found.length === 0) break
      }
      return found
    })()`)
    all.push(...(found as string[]).map((each) => `${state} at ${width}×${height}: ${each}`))
  }
  return all
}
