import type { Page } from '@playwright/test'

type Late = { isHeld: boolean; held: Map<unknown, () => void> }

/**
 * Lets a page be late, as on a busy machine: while `hold` is in force, keys reach the page, but no timer, no frame and
 * no message between ports does, and React's scheduler runs on such messages. Loads the page again.
 */
export async function makeLate(page: Page): Promise<{ hold: () => Promise<void>; release: () => Promise<void> }> {
  await page.addInitScript(() => {
    const late: Late = { isHeld: false, held: new Map() }
    Object.assign(globalThis, { late })
    const orHold = (id: unknown, run: () => void): void => {
      if (late.isHeld) late.held.set(id, run)
      else run()
    }
    const timeout = window.setTimeout.bind(window)
    const stopTimeout = window.clearTimeout.bind(window)
    const frame = window.requestAnimationFrame.bind(window)
    const stopFrame = window.cancelAnimationFrame.bind(window)
    Object.assign(globalThis, {
      setTimeout: (run: () => void, ms?: number) => {
        const id = timeout(() => orHold(`timer ${id}`, run), ms)
        return id
      },
      clearTimeout: (id: number) => {
        late.held.delete(`timer ${id}`)
        stopTimeout(id)
      },
      requestAnimationFrame: (run: FrameRequestCallback) => {
        const id = frame((time) => orHold(`frame ${id}`, () => run(time)))
        return id
      },
      cancelAnimationFrame: (id: number) => {
        late.held.delete(`frame ${id}`)
        stopFrame(id)
      },
    })
    // oxlint-disable-next-line typescript/unbound-method -- it is called with a port below
    const post = MessagePort.prototype.postMessage
    MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
      orHold({}, () => post.call(this, message, {}))
    }
  })
  await page.reload()
  const at = (isHeld: boolean): Promise<void> =>
    page.evaluate((next) => {
      const { late } = globalThis as unknown as { late: Late }
      late.isHeld = next
      for (const [id, run] of next ? [] : [...late.held]) if (late.held.delete(id)) run()
    }, isHeld)
  return { hold: () => at(true), release: () => at(false) }
}
