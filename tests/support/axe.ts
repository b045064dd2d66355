import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** @returns the serious and critical violations that axe finds in a page: rule and element. */
async function violations(page: Page): Promise<string[]> {
  // The colours of a theme fade in: wait for it. A cancelled animation has ended too.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
  const { violations: found } = await new AxeBuilder({ page })
    // The preview allows no scripts, so axe cannot run in it.
    .exclude('iframe')
    // Without this each analysis opens a page, to merge the results of frames.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** Expects that axe finds nothing serious in the present state of a page. @param what names it in a failure. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  expect(await violations(page), what).toEqual([])
}
