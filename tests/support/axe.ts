import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** @returns what axe finds serious or critical in a page: the rule and the element. */
async function violations(page: Page): Promise<string[]> {
  // The colours of a theme fade in. An animation may be cancelled meanwhile: then it is over too.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
  const { violations: found } = await new AxeBuilder({ page })
    // The preview is a document of its own, in which nothing may run, axe included.
    .exclude('iframe')
    // Otherwise each look opens a page of its own, to put the results of frames together.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** Expects that axe finds nothing serious where a test stands. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  expect(await violations(page), what).toEqual([])
}
