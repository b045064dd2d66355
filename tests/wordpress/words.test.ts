import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import type { Block, ListItem, TableCell } from '#core/article/block.ts'
import { factbox, head, list, paragraph, pullquote, quote, related, subhead, table } from '#core/article/factories.ts'
import { launchChromium, openAsReader, whyNoChromium } from '#tests/support/launch-chromium.ts'
import { counter } from '#tests/support/articles.ts'
import { BIDI_HEADLINE, comparable, HOSTILE_LINES, HTML_WORDS, REWRITTEN, SIGNS } from '#tests/support/hostile-words.ts'
import { newsroom } from '#tests/support/newsroom.ts'
import { dividedLines, wholeLines, type DividedLine } from '#tests/support/number-order.ts'
import { paintedBlocks, wronglyPainted } from '#tests/support/painted-order.ts'
import { whyNoWordpress } from '#tests/support/wordpress/prepare.ts'
import { rest } from '#tests/support/wordpress/rest.ts'
import { startWordpress, type Wordpress } from '#tests/support/wordpress/start.ts'

/** What no block of ours is: elements of the words, and what shortcodes and blocks of WordPress make. */
const STRANGERS =
  'b, i, img[src="x"], [onerror], [onmouseover], [onfocus], audio, video, iframe, .gallery, .wp-caption, .wp-block-latest-posts'
const reason = whyNoWordpress() ?? whyNoChromium()
if (reason !== null) process.stderr.write(`The words on the pages of a real WordPress are not tested: ${reason}.\n`)

const LINES = Object.values(HOSTILE_LINES)
const ALL = LINES.join(' ')

const WORDS = {
  headline: `${HTML_WORDS['headline']} ${SIGNS} ${REWRITTEN} ${BIDI_HEADLINE} ${ALL}`,
  deck: `${HTML_WORDS['deck']} ${SIGNS} ${REWRITTEN} ${ALL}`,
  caption: `${HTML_WORDS['caption']} ${SIGNS} ${REWRITTEN} ${ALL}`,
  alt: `${HTML_WORDS['caption']} alt ${SIGNS} ${REWRITTEN} ${ALL}`,
  body: `${HTML_WORDS['headline']} body ${SIGNS} ${REWRITTEN}`,
  section: `قسم ${SIGNS}`,
  keyword: `وسم ${SIGNS} 20%ab`,
}

/** An address with what WordPress would expand, and with what would end an attribute. */
const ADDRESS = `https://example.org/?a[gallery]=1&b='"<i>[caption]x[/caption]`
const SENT_ADDRESS = `https://example.org/?a[gallery]=1&b='%22%3Ci%3E[caption]x[/caption]`

/** @returns every line alone in each sort of block. */
function linesAlone(id: () => string): Block[] {
  return [
    ...LINES.flatMap((text) => [paragraph(id, text), subhead(id, text), pullquote(id, text), quote(id, text, text)]),
    list(id, false, LINES),
    table(
      id,
      LINES.map((text) => [text, text]),
    ),
    factbox(id, ALL, LINES),
    related(
      id,
      LINES.map((title) => ({ title, url: ADDRESS })),
    ),
  ]
}

/** @returns the article with hostile words in each field that WordPress has. */
function hostile(article: Article): Article {
  const id = counter('words')
  const at = article.document.findIndex(({ type }) => type === 'paragraph')
  const document = article.document.flatMap((block, index): Block[] => {
    if (block.type === 'headline') return [head('headline', id, WORDS.headline), head('deck', id, WORDS.deck)]
    if (block.type === 'deck') return []
    if (block.type === 'paragraph' && index === at)
      return [{ ...block, children: [{ text: WORDS.body }] }, ...linesAlone(id)]
    if (block.type !== 'figure') return [block]
    const [caption, credit] = block.children
    return [{ ...block, alt: WORDS.alt, children: [{ ...caption, children: [{ text: WORDS.caption }] }, credit] }]
  })
  const metadata = { ...article.metadata, section: WORDS.section, keywords: [WORDS.keyword] }
  return { ...article, document, metadata }
}

/** @returns the article with every line of numbers in a paragraph, an item and a cell; the headline has those in Arabic. */
function numbered(article: Article, lines: readonly DividedLine[]): Article {
  const id = counter('numbers')
  const paragraphs = lines.map(({ dir, children }): Block => ({ ...paragraph(id), dir, children }))
  const empty = lines.map(() => '')
  const items = list(id, false, empty)
  const cells = table(
    id,
    empty.map((each) => [each]),
  )
  const withLine = <Line extends ListItem | TableCell>(block: Line, index: number): Line => {
    const line = lines[index]
    return line === undefined ? block : { ...block, dir: line.dir, children: line.children }
  }
  const document: Block[] = [
    head('headline', id, inHeadline(lines)),
    ...paragraphs,
    { ...items, children: items.children.map(withLine) },
    {
      ...cells,
      children: cells.children.map((row, index) => ({
        ...row,
        children: row.children.map((cell) => withLine(cell, index)),
      })),
    },
  ]
  return { ...article, document }
}

/** Arabic words stand between the lines, so that no number meets another. */
const inHeadline = (lines: readonly DividedLine[]): string =>
  lines
    .filter(({ dir }) => dir === 'rtl')
    .map(({ text }) => `ثم: ${text}`)
    .join(' كذا ')

describe.skipIf(reason !== null)('words on the pages of a real WordPress', () => {
  let site: Wordpress
  let browser: Browser
  beforeAll(async () => {
    site = await startWordpress()
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    await site.stop()
  })

  /** @returns what a reader's browser made of a page that nobody wrote: elements of our words, and scripts in them. */
  const strangers = (page: Page): Promise<string[]> =>
    page.evaluate((selector) => [...document.querySelectorAll(selector)].map((element) => element.outerHTML), STRANGERS)

  const textOf = async (page: Page, selector: string): Promise<string> =>
    comparable(await page.locator(selector).first().innerText())

  it.each(['administrator', 'editor', 'author'] as const)(
    'are the very words, sent by an account of the role %s',
    async (role) => {
      const { login, password } = site.accounts[role]
      const room = await newsroom({ kind: 'wordpress', address: site.url, account: login, sections: {} }, password, {
        prefix: `words-${role}`,
      })
      await room.edit(hostile)
      const sent = await room.push()
      expect(sent).toMatchObject({ state: 'delivered', problem: null })
      const { posts, media, term } = rest(site)
      const [post] = await posts()
      if (post === undefined || sent.link === null) throw new Error('There is no post')

      const { page, dialogs } = await openAsReader(browser, sent.link)
      expect(await textOf(page, 'h1')).toBe(comparable(WORDS.headline))
      const content = page.locator('.wp-block-post-content')
      const textsOf = async (selector: string): Promise<string[]> =>
        (await content.locator(selector).allInnerTexts()).map(comparable)
      expect(await textsOf(':scope > p')).toEqual(expect.arrayContaining([WORDS.body, ...LINES].map(comparable)))
      for (const selector of [
        'h2',
        '.wp-block-pullquote p',
        '.wp-block-quote p',
        '.wp-block-quote cite',
        '.midad-related a',
      ])
        // oxlint-disable-next-line no-await-in-loop
        expect(await textsOf(selector), selector).toEqual(expect.arrayContaining(LINES.map(comparable)))
      expect(await textsOf('ul:not(.midad-related) > li')).toEqual(LINES.map(comparable))
      expect(await textsOf('td, th')).toEqual(LINES.flatMap((line) => [line, line]).map(comparable))
      expect(await textsOf('.midad-factbox p')).toEqual(LINES.map(comparable))
      const addresses = content.locator('.midad-related a')
      expect(new Set(await addresses.evaluateAll((links) => links.map((link) => link.getAttribute('href'))))).toEqual(
        new Set([SENT_ADDRESS]),
      )
      expect(await textOf(page, '.wp-block-post-content figcaption')).toBe(comparable(`${WORDS.caption} — رويترز`))
      const alts = await page
        .locator('img')
        .evaluateAll((images) => images.map((image) => image.getAttribute('alt') ?? ''))
      const named = alts.map(comparable).filter((alt) => alt !== '')
      expect(named.length).toBeGreaterThan(1)
      expect(new Set(named)).toEqual(new Set([comparable(WORDS.alt)]))
      expect(await strangers(page)).toEqual([])
      // The headline keeps its isolate characters, so that a score is not shown reversed.
      expect(await page.locator('h1').first().textContent()).toContain('\u20663-1\u2069')

      // The excerpt, the terms and the picture's own texts, as WordPress gives them to any theme.
      const rendered = await (await fetch(`${site.url}/wp-json/wp/v2/posts/${post.id}`)).json()
      const picture = await (await fetch(`${site.url}/wp-json/wp/v2/media/${post.featured_media}`)).json()
      const shown = async (html: string): Promise<string> => {
        await page.setContent(`<main>${html}</main>`)
        expect(await strangers(page)).toEqual([])
        return textOf(page, 'main')
      }
      expect(await shown(rendered.excerpt.rendered)).toBe(comparable(WORDS.deck))
      expect(await shown(rendered.title.rendered)).toBe(comparable(WORDS.headline))
      expect(await shown(picture.title.rendered)).toBe(comparable(WORDS.alt))
      expect(await shown(picture.caption.rendered)).toBe(comparable(`${WORDS.caption} — رويترز`))
      const [keyword] = await Promise.all(post.tags.map((each) => term('tags', each)))
      expect(await shown(keyword ?? '')).toBe(comparable(WORDS.keyword))
      // An author may not create a category.
      if (role !== 'author')
        expect(await shown(await term('categories', post.categories[0] ?? 0))).toBe(comparable(WORDS.section))
      await page.goto(site.url)
      expect(await strangers(page)).toEqual([])
      expect(dialogs).toEqual([])
      await page.close()

      // Nothing of it is taken for a change by somebody at the site.
      expect(await room.push()).toMatchObject({ state: 'delivered', isUnchanged: true })
      expect(await media()).not.toEqual([])
    },
  )

  it('paints every number in its own order, sent by an author', async () => {
    const { login, password } = site.accounts.author
    const room = await newsroom({ kind: 'wordpress', address: site.url, account: login, sections: {} }, password, {
      prefix: 'numbers',
    })
    const lines = [...wholeLines(), ...dividedLines()]
    await room.edit((article) => numbered(article, lines))
    const sent = await room.push()
    expect(sent).toMatchObject({ state: 'delivered', problem: null })
    if (sent.link === null) throw new Error('There is no post')
    const { page } = await openAsReader(browser, sent.link)
    await page.addStyleTag({ content: ':is(h1, p, li, td, th) { white-space: nowrap !important; }' })

    const blocks = await paintedBlocks(page, '.wp-block-post-content :is(p, li, td, th)')
    expect(wronglyPainted(blocks, lines, 3)).toEqual([])
    const [title] = await paintedBlocks(page, 'h1')
    expect(title?.text).toBe(inHeadline(lines))
    const row = title?.rows.join('') ?? ''
    const inArabic = lines.filter(({ dir }) => dir === 'rtl')
    expect(inArabic.flatMap(({ painted }) => painted.filter((order) => !row.includes(order)))).toEqual([])
    await page.close()
  })
})
