import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { correction, head } from '#core/article/factories.ts'
import { launchChromium, whyNoChromium } from '#tests/support/launch-chromium.ts'
import { newsroom, rewrite, type Newsroom } from '#tests/support/newsroom.ts'
import { EDITOR } from '#tests/support/service.ts'
import { whyNoWordpress } from '#tests/support/wordpress/prepare.ts'
import { rest } from '#tests/support/wordpress/rest.ts'
import { startWordpress, type Wordpress } from '#tests/support/wordpress/start.ts'

const reason = whyNoWordpress()
if (reason !== null) process.stderr.write(`The tests against a real WordPress are skipped: ${reason}.\n`)

const SHOTS = join(import.meta.dirname, '..', '..', '.cache', 'wordpress', 'pictures')
const HEADLINE = 'الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة'
const CAPTION = 'الوزيران في لندن & «الوفد»'

/** @returns the article with a phone number and a link in its first paragraph. */
function withLink(article: Article): Article {
  const at = article.document.findIndex(({ type }) => type === 'paragraph')
  const document = article.document.map((block, index) =>
    index === at && block.type === 'paragraph'
      ? {
          ...block,
          children: [
            { text: 'للاستفسار +964 770 123 4567، و' },
            {
              type: 'link' as const,
              url: 'https://example.org/a?b=1&c=2',
              children: [{ text: 'البيان كاملًا', bold: true as const }],
            },
            { text: '.' },
          ],
        }
      : block,
  )
  return { ...article, document }
}

describe.skipIf(reason !== null)('an article at a real WordPress', () => {
  let site: Wordpress
  beforeAll(async () => {
    site = await startWordpress()
  })
  afterAll(() => site.stop())

  // Each test has its own prefix of ids: the site tells articles apart by their ids.
  const at = (role: 'editor' | 'author', prefix: string): Promise<Newsroom> => {
    const { login, password } = site.accounts[role]
    return newsroom(
      { kind: 'wordpress', address: site.url, account: login, sections: { سياسة: 'الشأن السياسي' } },
      password,
      { prefix },
    )
  }

  it('is published with its picture, updated, corrected, withdrawn and killed', async () => {
    const room = await at('editor', 'article')
    const { call, id, push } = room
    const { posts, media, term } = rest(site)
    await room.edit(withLink)
    const before = await posts()

    const first = await push()
    expect(first).toMatchObject({
      ...{ state: 'delivered', problem: null, action: 'publish', isUnchanged: false },
      pictures: { done: 1, total: 1 },
    })
    const [post, ...others] = await posts()
    expect(others).toHaveLength(before.length)
    if (post === undefined) throw new Error('There is no post')
    expect(first.link).toBe(post.link)
    expect(post).toMatchObject({ status: 'publish', title: { raw: HEADLINE } })
    // Cut at the end of a word, within 200 encoded bytes.
    expect(decodeURIComponent(post.slug)).toBe('الكاظمي-بحث-مع-تراس-دور-بلاده-في-تعزيز')
    expect(post.excerpt.raw).toBe('بغداد ولندن تنسقان لانهاء الدور القتالي للتحالف في العراق')
    expect(await Promise.all(post.categories.map((each) => term('categories', each)))).toEqual(['الشأن السياسي'])
    const tags = await Promise.all(post.tags.map((each) => term('tags', each)))
    expect(tags.toSorted()).toEqual(['العراق', 'بريطانيا'])
    const [picture, ...more] = await media()
    expect(more).toEqual([])
    expect(picture).toMatchObject({
      ...{
        id: post.featured_media,
        alt_text: 'الوزيران يتصافحان',
        caption: { raw: 'الوزيران في لندن &amp; «الوفد» — رويترز' },
      },
    })
    // WordPress reads this from the file's IPTC-IIM; it does not read XMP.
    expect(picture?.media_details.image_meta).toMatchObject({
      credit: 'رويترز',
      caption: CAPTION.replace('&', '&amp;'),
    })
    expect(picture?.source_url).toMatch(/\/midad-article1-[0-9a-f]{12}\.jpg$/u)
    expect((await call('articles.get', { id })).state).toBe('published')
    expect((await call('review.history', { id })).events.at(-1)).toMatchObject({
      ...{ action: 'published', from: 'approved', to: 'published', note: 'الموقع', by: EDITOR.name },
    })

    // Sent again: nothing changes there.
    const again = await push()
    expect(again).toMatchObject({ state: 'delivered', isUnchanged: true, action: 'update', link: post.link })
    expect(await posts()).toEqual([post, ...others])

    // A new text: the same post and the same picture.
    await room.edit((article) => rewrite(article, 'نص جديد بعد التحديث.'))
    expect(await push()).toMatchObject({ state: 'delivered', isUnchanged: false, action: 'update' })
    const [updated, ...rest2] = await posts()
    expect(rest2).toHaveLength(others.length)
    expect(updated).toMatchObject({
      id: post.id,
      slug: post.slug,
      link: post.link,
      featured_media: post.featured_media,
    })
    expect(updated?.content.raw).toContain('نص جديد بعد التحديث.')
    expect((await media()).map(({ id: each }) => each)).toEqual([picture?.id])

    // A correction, which its readers see.
    await room.edit((article) => ({
      ...article,
      document: [...article.document, correction(() => 'c1', 'الصحيح أن الاتصال جرى يوم الأحد.', '2026-11-24')],
    }))
    expect(await push()).toMatchObject({ state: 'delivered', action: 'correct', isUnchanged: false })
    expect((await posts())[0]?.content.raw).toContain(
      '<strong>تصحيح (24 تشرين الثاني/نوفمبر 2026): </strong><span dir="rtl" lang="ar">الصحيح أن الاتصال جرى يوم الأحد.</span>',
    )
    expect((await call('articles.get', { id })).state).toBe('published')

    // Withdrawn, published again, and killed.
    expect(await push('withdraw')).toMatchObject({ state: 'delivered', action: 'withdraw', link: null })
    expect((await posts())[0]).toMatchObject({ id: post.id, status: 'draft' })
    expect((await call('articles.get', { id })).state).toBe('withdrawn')
    await call('review.move', { id, to: 'draft', actor: EDITOR })
    await room.edit((article) => article)
    expect(await push()).toMatchObject({ state: 'delivered', link: post.link })
    expect((await posts())[0]).toMatchObject({ id: post.id, status: 'publish', slug: post.slug })
    await call('review.move', { id, to: 'killed', actor: EDITOR, note: 'خبر غير صحيح' })
    expect(await push('kill')).toMatchObject({ state: 'delivered', action: 'kill', link: null })
    expect((await posts())[0]).toMatchObject({ id: post.id, status: 'trash' })
    const { events } = await call('review.history', { id })
    const steps = events.filter(({ action }) => action === 'published' || action === 'withdrawn')
    expect(steps.map(({ action, from, to }) => `${action}: ${from} ${to}`)).toEqual([
      'published: approved published',
      'published: approved published',
      'published: approved published',
      'withdrawn: published withdrawn',
      'published: approved published',
      'withdrawn: killed killed',
    ])
  })

  it('of an author keeps its directions, its caption and its credit', async () => {
    const room = await at('author', 'signed')
    await room.edit(withLink)
    expect(await room.push()).toMatchObject({ state: 'delivered', problem: null })
    const [post] = await rest(site).posts()
    const raw = post?.content.raw ?? ''
    expect(raw).toContain('<span dir="ltr">+964 770 123 4567</span>')
    expect(raw).toContain('<a href="https://example.org/a?b=1&amp;c=2"><strong>البيان كاملًا</strong></a>')
    expect(raw).toContain('<span dir="rtl" lang="ar" class="midad-credit">رويترز</span>')
    expect(raw).toContain(
      '<figcaption class="wp-element-caption"><span dir="rtl" lang="ar">الوزيران في لندن &amp; «الوفد»</span>',
    )
    expect(await room.push()).toMatchObject({ isUnchanged: true })
  })

  it.skipIf(whyNoChromium() !== null)(
    'is shown right to left to readers, and as valid blocks in WordPress’ own editor',
    async () => {
      const room = await at('editor', 'shown')
      await room.edit(withLink)
      const { link } = await room.push()
      const browser = await launchChromium()
      try {
        mkdirSync(SHOTS, { recursive: true })
        const page = await browser.newPage({ viewport: { width: 1000, height: 1400 } })
        // WordPress' editor loads a hundred scripts, while other tests run.
        page.setDefaultTimeout(120_000)
        // Themes may not load anything from elsewhere.
        await page.route('**/*', (route) =>
          new URL(route.request().url()).hostname === '127.0.0.1' ? route.continue() : route.abort(),
        )
        await page.goto(link ?? '')
        await page.screenshot({ path: join(SHOTS, 'public.png'), fullPage: true })
        const seen = await page.evaluate(() => {
          const text = document.querySelector<HTMLElement>('.wp-block-post-content') ?? document.body
          const lines = [...text.querySelectorAll('p, h2, figcaption')]
          const image = text.querySelector('img')
          return {
            title: document.querySelector('h1')?.textContent,
            directions: [
              ...new Set(lines.map((line) => getComputedStyle(line.querySelector('span') ?? line).direction)),
            ],
            languages: [
              ...new Set(lines.map((line) => line.querySelector('[lang]')?.closest('[lang]')?.getAttribute('lang'))),
            ],
            alt: image?.alt,
            width: image?.naturalWidth,
            caption: text.querySelector('figcaption')?.textContent,
            credit: text.querySelector('.midad-credit')?.textContent,
            links: [...text.querySelectorAll('a')].map(({ href, textContent }) => [href, textContent]),
            // A phone number runs from left to right.
            telephone: [...text.querySelectorAll('span[dir=ltr]')].map((each) => getComputedStyle(each).direction),
          }
        })
        expect(seen).toEqual({
          ...{ title: HEADLINE, directions: ['rtl'], languages: ['ar'], alt: 'الوزيران يتصافحان', width: 240 },
          ...{ caption: `${CAPTION} — رويترز`, credit: 'رويترز', telephone: ['ltr'] },
          links: [['https://example.org/a?b=1&c=2', 'البيان كاملًا']],
        })

        const { posts } = rest(site)
        const { login, password } = site.accounts.admin
        // Not through the form: its script takes the focus a moment later, and the password then lands in the other field.
        await page.request.post(`${site.url}/wp-login.php`, { form: { log: login, pwd: password } })
        const cookies = await page.context().cookies()
        expect(cookies.some(({ name }) => name.startsWith('wordpress_logged_in_'))).toBe(true)
        const [post] = await posts()
        await page.goto(`${site.url}/wp-admin/post.php?post=${post?.id}&action=edit`)
        await page
          .locator('.block-editor-block-list__layout [data-type="core/image"]')
          .first()
          .waitFor({ timeout: 300_000 })
        // The editor marks a block as broken when its HTML is not what its code would write.
        const broken = await page.locator('.block-editor-warning').count()
        const kinds = await page
          .locator('[data-type^="core/"]')
          .evaluateAll((blocks) =>
            [...new Set(blocks.map((block) => block.getAttribute('data-type') ?? ''))].toSorted(),
          )
        await page.screenshot({ path: join(SHOTS, 'editor.png') })
        expect({ broken, kinds }).toEqual({
          broken: 0,
          kinds: ['core/heading', 'core/image', 'core/paragraph'],
        })
      } finally {
        await browser.close()
      }
    },
  )

  it('is by the account of its byline, and by the account that sends where it has none', async () => {
    const { login, password } = site.accounts.editor
    const authors = { 'سعاد الكاظمي': 'author', زياد: 'nobody' }
    const config = { kind: 'wordpress', address: site.url, account: login, sections: {}, authors } as const
    const { ask } = rest(site)
    const idOf = async (slug: string) => (await ask<{ id: number }[]>('GET', `users?who=authors&slug=${slug}`))[0]?.id
    for (const [prefix, name, account] of [
      ['byline', 'سعاد الكاظمي', 'author'],
      ['nobody', 'زياد', 'editor'],
      ['another', 'كريم', 'editor'],
    ] as const) {
      // One site, one article after the other.
      // oxlint-disable-next-line no-await-in-loop
      const room = await newsroom(config, password, { prefix })
      // oxlint-disable-next-line no-await-in-loop
      await room.edit((article) => ({
        ...article,
        document: [...article.document.filter(({ type }) => type !== 'byline'), head('byline', () => 'by', name)],
      }))
      // oxlint-disable-next-line no-await-in-loop
      const { link } = await room.push()
      // oxlint-disable-next-line no-await-in-loop
      const posts = await ask<{ link: string; author: number }[]>('GET', 'posts?per_page=100')
      // oxlint-disable-next-line no-await-in-loop
      expect(posts.find((post) => post.link === link)?.author).toBe(await idOf(account))
    }
  })
})
