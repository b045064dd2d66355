import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { head } from '#core/article/factories.ts'
import { deskAt } from '#tests/support/ghost/desk.ts'
import { startGhost, whyNoGhost, type Ghost } from '#tests/support/ghost/start.ts'
import { rewrite } from '#tests/support/newsroom.ts'
import { EDITOR, REPORTER } from '#tests/support/service.ts'

const reason = whyNoGhost()
if (reason !== null) process.stderr.write(`The tests against a real Ghost are skipped: ${reason}.\n`)

const HEADLINE = 'الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة'

const embargoed = (article: Article): Article => ({
  ...article,
  metadata: { ...article.metadata, embargo: '2031-12-01T12:00:00+03:00' },
})

const signed =
  (name: string) =>
  (article: Article): Article => ({
    ...article,
    document: [...article.document.filter(({ type }) => type !== 'byline'), head('byline', () => 'by', name)],
  })

describe.skipIf(reason !== null)('an article at a real Ghost', () => {
  let ghost: Ghost
  beforeAll(async () => {
    ghost = await startGhost()
  })
  afterAll(() => ghost.stop())

  it('is published with its picture, tags and excerpt, and then changed in the same post', async () => {
    const { push, posts, edit } = await deskAt(ghost, 'article')
    const sent = await push()
    expect(sent).toMatchObject({
      ...{ state: 'delivered', problem: null, action: 'publish', isUnchanged: false },
      pictures: { done: 1, total: 1 },
    })
    const [post, ...others] = await posts()
    expect(others).toEqual([])
    expect(post).toMatchObject({
      ...{ title: HEADLINE, status: 'published', slug: expect.stringMatching(/^article-[0-9a-f]{8}$/u) },
      custom_excerpt: 'بغداد ولندن تنسقان لانهاء الدور القتالي للتحالف في العراق',
      ...{ feature_image_alt: 'الوزيران يتصافحان', feature_image_caption: 'الوزيران في لندن &amp; «الوفد» — رويترز' },
      url: sent.link,
    })
    expect(post?.tags.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['الشأن السياسي', 'public'],
      ['العراق', 'public'],
      ['بريطانيا', 'public'],
      ['#midad-article1', 'internal'],
    ])
    const picture = await fetch(post?.feature_image ?? '')
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg'])

    expect(await push()).toMatchObject({ state: 'delivered', isUnchanged: true })
    expect(await posts()).toEqual([post])

    await edit((article) => rewrite(article, 'نص جديد.'))
    expect(await push()).toMatchObject({ state: 'delivered', action: 'update', isUnchanged: false, link: sent.link })
    const [updated, ...more] = await posts()
    expect(more).toEqual([])
    expect(updated).toMatchObject({ id: post?.id, slug: post?.slug, feature_image: post?.feature_image })
    expect(updated?.html).toContain('نص جديد.')
  })

  it('stands in the text without a wrapper, and shows its first picture once', async () => {
    const { push, posts } = await deskAt(ghost, 'bare')
    const { link } = await push()
    const [post] = await posts()
    expect(post?.html).toMatch(/^\s*<!--kg-card-begin: html-->\s*<p id="b-[^"]+" dir="rtl" lang="ar">/u)
    const name = post?.feature_image?.split('/').at(-1) ?? ''
    expect(name).toMatch(/^midad-bare1-[0-9a-f]{12}\.jpg$/u)
    expect(post?.html).not.toContain(name)
    const page = await (await fetch(link ?? '')).text()
    const body = page.slice(page.indexOf('<body'))
    expect(body.match(/<img\s[^>]*>/gu)?.filter((image) => image.includes(name))).toHaveLength(1)
    expect(page).toMatch(/<section class="gh-content[^>]*>\s*<!--kg-card-begin: html-->\s*<p id="b-/u)
  })

  it('is withdrawn, published again in the same post, and killed', async () => {
    const { push, posts, edit, call, id, service } = await deskAt(ghost, 'taken')
    const { link } = await push()
    const [before] = await posts()
    expect((await fetch(link ?? '')).status).toBe(200)
    await call('review.move', { id, to: 'withdrawn', actor: EDITOR, note: 'خطأ' })
    await service.courier.run()
    expect(await posts()).toMatchObject([{ id: before?.id, status: 'draft' }])
    expect((await fetch(link ?? '')).status).toBe(404)
    expect((await call('review.standing', { id })).places).toEqual([])

    await call('review.move', { id, to: 'draft', actor: EDITOR })
    await edit((article) => article)
    expect(await push()).toMatchObject({ state: 'delivered', link })
    expect(await posts()).toMatchObject([{ id: before?.id, status: 'published' }])
    await call('review.move', { id, to: 'killed', actor: EDITOR, note: 'خبر غير صحيح' })
    await service.courier.run()
    expect(await posts()).toMatchObject([{ id: before?.id, status: 'draft' }])
    expect((await fetch(link ?? '')).status).toBe(404)
  })

  it('is scheduled by its embargo, and taken back by an edit', async () => {
    const { push, posts, edit, call, id, service } = await deskAt(ghost, 'timed')
    await edit(embargoed)
    const sent = await push()
    expect(sent).toMatchObject({
      ...{ state: 'scheduled', scheduledFor: '2031-12-01T09:00:00.000Z', nextAttempt: '2031-12-01T09:01:00.000Z' },
    })
    expect(await posts()).toMatchObject([{ status: 'scheduled', published_at: '2031-12-01T09:00:00.000Z' }])
    expect(await push()).toMatchObject({ state: 'scheduled', isUnchanged: true })

    const { article, saveNumber } = await call('articles.open', { id, actor: REPORTER })
    const edited = { article: rewrite(article, 'نص جديد.'), baseSaveNumber: saveNumber, caret: null }
    await call('articles.save', { ...edited, actor: REPORTER })
    await service.courier.run()
    const [post] = await posts()
    expect(post?.status).toBe('draft')
    expect(post?.html).not.toContain('نص جديد.')
  })

  it('stays as it is when an embargo is set after readers have it, until it was withdrawn', async () => {
    const { push, posts, edit, change } = await deskAt(ghost, 'late')
    await push()
    const before = await posts()
    await edit(embargoed)
    await expect(push()).rejects.toMatchObject({ code: 'already-public', params: { name: 'الموقع' } })
    expect(await posts()).toEqual(before)

    await push('withdraw')
    expect(await push()).toMatchObject({ state: 'scheduled', scheduledFor: '2031-12-01T09:00:00.000Z' })

    // Somebody at the site does not wait for the embargo to end.
    await change({ status: 'published', published_at: '2026-01-01T00:00:00.000Z' })
    const [early] = await posts()
    await edit((article) => rewrite(embargoed(article), 'نص جديد.'))
    expect(await push()).toMatchObject({ state: 'held', problem: { code: 'already-public' } })
    expect(await posts()).toEqual([early])
  })

  it('is by the staff of its byline, and by the owner where its byline has none', async () => {
    const accounts = { 'سعاد الكاظمي': 'souad@example.org', 'كريم ناجي': 'karim' }
    await ghost.addStaff('Souad', 'souad@example.org')
    await ghost.addStaff('Karim', 'karim@example.org')
    const { push, posts, edit } = await deskAt(ghost, 'byline', accounts)
    await edit(signed('سعاد الكاظمي، كريم ناجي'))
    await push()
    const slugs = async (): Promise<string[] | undefined> => (await posts())[0]?.authors.map(({ slug }) => slug)
    expect(await slugs()).toEqual(['souad', 'karim'])
    expect(await push()).toMatchObject({ isUnchanged: true })
    await edit(signed('زياد'))
    await push()
    expect(await slugs()).toEqual(['souad', 'karim'])
    const other = await deskAt(ghost, 'nobody', accounts)
    await other.edit(signed('زياد'))
    await other.push()
    expect((await other.posts())[0]?.authors.map(({ email }) => email)).toEqual(['owner@example.org'])
  })
})
