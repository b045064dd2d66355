import type { Page } from '@playwright/test'

type Late = { isHeld: boolean; held: (() => void)[] }

/**
 * Lets a page be late, as on a busy machine: while `hold` is in force, keys reach the page, but no timer, no frame and
 * no message between ports does, and React's scheduler runs on such messages. Loads the page again.
 */
export async function makeLate(page: Page): Promise<{ hold: () => Promise<void>; release: () => Promise<void> }> {
  await page.addInitScript(() => {
    const late: Late = { isHeld: false, held: [] }
    Object.assign(globalThis, { late })
    const orHold = (run: () => void): void => {
      if (late.isHeld) late.held.push(run)
      else run()
    }
    const timeout = globalThis.setTimeout.bind(globalThis)
    const frame = globalThis.requestAnimationFrame.bind(globalThis)
    Object.assign(globalThis, {
      setTimeout: (run: () => void, ms?: number) => timeout(() => orHold(run), ms),
      requestAnimationFrame: (run: FrameRequestCallback) => frame((time) => orHold(() => run(time))),
    })
    // oxlint-disable-next-line typescript/unbound-method -- it is called with a port below
    const post = MessagePort.prototype.postMessage
    MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
      orHold(() => post.call(this, message, {}))
    }
  })
  await page.reload()
  const at = (isHeld: boolean): Promise<void> =>
    page.evaluate((next) => {
      const { late } = globalThis as unknown as { late: Late }
      late.isHeld = next
      if (!next) for (const run of late.held.splice(0)) run()
    }, isHeld)
  return { hold: () => at(true), release: () => at(false) }
}
