import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import type { Block } from '#core/article/block.ts'
import { head } from '#core/article/factories.ts'
import { launchChromium, openAsReader, whyNoChromium } from '#tests/support/launch-chromium.ts'
import { counter } from '#tests/support/articles.ts'
import { deskAt, type Desk } from '#tests/support/ghost/desk.ts'
import { startGhost, whyNoGhost, type Ghost } from '#tests/support/ghost/start.ts'
import { BIDI_HEADLINE, comparable, HOSTILE_LINES, HTML_WORDS, SIGNS } from '#tests/support/hostile-words.ts'

const reason = whyNoGhost() ?? whyNoChromium()
if (reason !== null) process.stderr.write(`The words on the pages of a real Ghost are not tested: ${reason}.\n`)

/** What no theme makes: elements of the words, and handlers in them. */
const STRANGERS = 'b, i, u, img[src="x"], [onerror], [onmouseover], [onfocus], audio, video, iframe'
const LINES = { ...HTML_WORDS, signs: `نص ${SIGNS}`, directions: BIDI_HEADLINE, ...HOSTILE_LINES }

/** @returns the article with the line in each field that Ghost has; a letter after it tells the fields apart. */
function hostile(article: Article, line: string): Article {
  const id = counter('words')
  const at = article.document.findIndex(({ type }) => type === 'paragraph')
  const document = article.document.flatMap((block, index): Block[] => {
    if (block.type === 'headline') return [head('headline', id, `${line} H`), head('deck', id, `${line} D`)]
    if (block.type === 'deck') return []
    if (block.type === 'paragraph' && index === at) return [{ ...block, children: [{ text: `${line} P` }] }]
    if (block.type !== 'figure') return [block]
    const [caption, credit] = block.children
    return [{ ...block, alt: `${line} A`, children: [{ ...caption, children: [{ text: `${line} C` }] }, credit] }]
  })
  const metadata = {
    ...{ ...article.metadata, section: `${line} S`, keywords: [`${line} K`] },
    ...{ seoTitle: `${line} T`, seoDescription: `${line} E` },
  }
  return { ...article, document, metadata }
}

describe.skipIf(reason !== null)('words on the pages of a real Ghost', () => {
  let ghost: Ghost
  let browser: Browser
  let dialogs: string[] = []
  beforeAll(async () => {
    ghost = await startGhost()
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    await ghost.stop()
  })

  /** @returns what a reader’s browser made of a page. The byline is the first paragraph. */
  async function read(url: string) {
    const opened = await openAsReader(browser, url)
    const { page } = opened
    dialogs = opened.dialogs
    const seen = await page.evaluate((strangers) => {
      const textOf = (selector: string): string => document.querySelector(selector)?.textContent ?? ''
      const contentOf = (selector: string): string => document.querySelector(selector)?.getAttribute('content') ?? ''
      return {
        ...{ title: document.title, headline: textOf('h1'), deck: textOf('.gh-article-excerpt') },
        ...{
          caption: textOf('figcaption'),
          text: textOf('.gh-content > p:nth-of-type(2)'),
          section: textOf('.gh-article-tag'),
        },
        alt: document.querySelector<HTMLImageElement>('.gh-article-image img')?.alt ?? '',
        description: contentOf('meta[name="description"]'),
        social: contentOf('meta[property="og:title"]'),
        strangers: [...document.querySelectorAll(strangers)].map(({ outerHTML }) => outerHTML),
      }
    }, STRANGERS)
    await page.close()
    return seen
  }

  it.each(Object.entries(LINES))('%s', async (name, line) => {
    const room: Desk = await deskAt(ghost, `w${Object.keys(LINES).indexOf(name)}x`)
    await room.edit((article) => hostile(article, line))
    const sent = await room.push()
    expect(sent).toMatchObject({ state: 'delivered', problem: null })
    const { strangers, ...texts } = await read(sent.link ?? '')
    const shown = Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, comparable(text)]))
    expect(shown).toEqual({
      ...{ headline: comparable(`${line} H`), deck: comparable(`${line} D`), text: comparable(`${line} P`) },
      ...{ caption: `${comparable(`${line} C`)} — رويترز`, alt: comparable(`${line} A`) },
      ...{ title: comparable(`${line} T`), social: comparable(`${line} T`), description: comparable(`${line} E`) },
      // Ghost hides a tag that begins with this sign.
      section: comparable(`${line} S`).replace(/^#+\s*/u, ''),
    })
    expect(strangers).toEqual([])
    expect(dialogs).toEqual([])
    // Nothing of it is taken for a change by somebody at the site.
    expect(await room.push()).toMatchObject({ state: 'delivered', isUnchanged: true })
  })

  it('are words on the front page as well, which shows headlines, excerpts and tags', async () => {
    const { strangers } = await read(ghost.url)
    expect(strangers).toEqual([])
    expect(dialogs).toEqual([])
  })
})
