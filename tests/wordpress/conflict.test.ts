import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newsroom, rewrite, type Newsroom } from '#tests/support/newsroom.ts'
import { EDITOR } from '#tests/support/service.ts'
import { whyNoWordpress } from '#tests/support/wordpress/prepare.ts'
import { rest, type RestPost } from '#tests/support/wordpress/rest.ts'
import { startWordpress, type Wordpress } from '#tests/support/wordpress/start.ts'

const reason = whyNoWordpress()
if (reason !== null) process.stderr.write(`The tests against a real WordPress are skipped: ${reason}.\n`)

describe.skipIf(reason !== null)('an article that somebody changed in WordPress', () => {
  let site: Wordpress
  let count = 0
  beforeAll(async () => {
    site = await startWordpress()
  })
  afterAll(() => site.stop())

  const published = async (
    embargo: string | null = null,
  ): Promise<{
    news: Newsroom
    post: () => Promise<RestPost>
    change: (fields: unknown) => Promise<void>
  }> => {
    const { login, password } = site.accounts.editor
    const config = { kind: 'wordpress', address: site.url, account: login, sections: {} } as const
    const news = await newsroom(config, password, { prefix: `changed${(count += 1)}n` })
    if (embargo !== null) {
      await news.edit((article) => ({ ...article, metadata: { ...article.metadata, embargo } }))
    }
    await news.push()
    const { posts, ask } = rest(site)
    const mark = `midad-${news.id}`
    const post = async (): Promise<RestPost> => {
      const [found, ...others] = (await posts()).filter(({ content }) => content.raw.includes(mark))
      if (found === undefined || others.length > 0) throw new Error(`There are ${others.length + 1} posts or none`)
      return found
    }
    const { id } = await post()
    return { news, post, change: async (fields) => void (await ask('POST', `posts/${id}`, fields)) }
  }

  /** Publishes an article, changes it both in WordPress and here, and sends it: the delivery is held. */
  async function meddled() {
    const all = await published()
    const { content } = await all.post()
    await all.change({
      content: content.raw.replace('في مسعى لتنفيذ', 'بحسب مصادرنا، في مسعى لتنفيذ'),
      title: 'عنوان الموقع',
    })
    await all.news.edit((article) => ({ ...article, metadata: { ...article.metadata, seoTitle: 'آخر' } }))
    await all.news.edit((article) => rewrite(article, 'نصنا الجديد.'))
    const held = await all.news.push()
    expect(held).toMatchObject({ state: 'held', problem: { code: 'conflict' }, nextAttempt: null })
    return { ...all, held }
  }

  it('is asked about when it was deleted there for good, and is published anew when a person says so', async () => {
    const { news, post } = await published()
    const { id } = await post()
    await rest(site).ask('DELETE', `posts/${id}?force=true`)
    await news.edit((article) => rewrite(article, 'نصنا الجديد.'))
    const held = await news.push()
    expect(held).toMatchObject({ state: 'held', problem: { code: 'deleted-there' } })
    expect((await rest(site).posts()).filter(({ content }) => content.raw.includes(`midad-${news.id}`))).toEqual([])
    const decision = { deliveryId: held.id, choice: 'overwrite', actor: EDITOR } as const
    expect((await news.call('deliveries.resolve', decision)).delivery).toMatchObject({ state: 'delivered' })
    expect((await post()).content.raw).toContain('نصنا الجديد.')
  })

  it('is asked about as deleted when it was moved to the bin there, and comes back as the same post', async () => {
    const { news, post } = await published()
    const { id, slug } = await post()
    await rest(site).ask('DELETE', `posts/${id}`)
    await news.edit((article) => rewrite(article, 'نصنا الجديد.'))
    const held = await news.push()
    expect(held).toMatchObject({ state: 'held', problem: { code: 'deleted-there' } })
    expect(await post()).toMatchObject({ id, status: 'trash' })
    const decision = { deliveryId: held.id, choice: 'overwrite', actor: EDITOR } as const
    expect((await news.call('deliveries.resolve', decision)).delivery).toMatchObject({ state: 'delivered' })
    const after = await post()
    expect(after).toMatchObject({ id, slug, status: 'publish' })
    expect(after.content.raw).toContain('نصنا الجديد.')
  })

  it('is asked about again when it is deleted there after a person chose to overwrite a change', async () => {
    const { news, post, held } = await meddled()
    const { id } = await post()
    await rest(site).ask('DELETE', `posts/${id}`)
    const decision = { deliveryId: held.id, choice: 'overwrite', actor: EDITOR } as const
    const { delivery } = await news.call('deliveries.resolve', decision)
    expect(delivery).toMatchObject({ state: 'held', problem: { code: 'deleted-there' } })
    // Trying again is no choice.
    const tried = await news.call('deliveries.retry', { deliveryId: held.id, actor: EDITOR })
    expect(tried.delivery).toMatchObject({ state: 'held', problem: { code: 'deleted-there' } })
    expect(await post()).toMatchObject({ id, status: 'trash' })
    expect((await news.call('deliveries.resolve', decision)).delivery).toMatchObject({ state: 'delivered' })
    expect(await post()).toMatchObject({ id, status: 'publish' })
  })

  it('is held, both texts can be compared, and nothing is overwritten', async () => {
    const { news, post, held } = await meddled()
    expect((await post()).title.raw).toBe('عنوان الموقع')
    const { ours, theirs, theirsChangedAt } = await news.call('deliveries.compare', { deliveryId: held.id })
    expect(theirs.title).toBe('عنوان الموقع')
    expect(theirs.blocks.some((block) => block.startsWith('بحسب مصادرنا، في مسعى'))).toBe(true)
    expect(ours.title).toBe('الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة')
    expect(ours.blocks).toContain('نصنا الجديد.')
    // The unchanged blocks are the same on both sides.
    expect(ours.blocks.at(-1)).toBe(theirs.blocks.at(-1))
    expect(Number.isNaN(Date.parse(theirsChangedAt))).toBe(false)
    await news.service.courier.run()
    expect((await news.call('deliveries.list', { id: news.id })).deliveries[0]).toMatchObject({
      state: 'held',
      attempts: 1,
    })
  })

  it('overwrites theirs when a person chooses so', async () => {
    const { news, post, held } = await meddled()
    const before = await post()
    const { delivery } = await news.call('deliveries.resolve', {
      deliveryId: held.id,
      choice: 'overwrite',
      actor: EDITOR,
    })
    expect(delivery).toMatchObject({ state: 'delivered', problem: null })
    const after = await post()
    expect(after).toMatchObject({ id: before.id, slug: before.slug, featured_media: before.featured_media })
    expect(after.title.raw).toBe('الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة')
    expect(after.content.raw).toContain('نصنا الجديد.')
  })

  it('is held again when it was changed there once more before the choice', async () => {
    const { news, change, post, held } = await meddled()
    await change({ title: 'عنوان ثالث' })
    const { delivery } = await news.call('deliveries.resolve', {
      deliveryId: held.id,
      choice: 'overwrite',
      actor: EDITOR,
    })
    expect(delivery).toMatchObject({ state: 'held', problem: { code: 'conflict' } })
    expect((await post()).title.raw).toBe('عنوان ثالث')
  })

  it('stays as it is there when a person keeps it, until our next change', async () => {
    const { news, post, held } = await meddled()
    const before = await post()
    const { delivery } = await news.call('deliveries.resolve', {
      deliveryId: held.id,
      choice: 'keep-theirs',
      actor: EDITOR,
    })
    expect(delivery).toMatchObject({ state: 'cancelled', problem: null })
    expect(await post()).toEqual(before)
    expect(await news.push()).toMatchObject({ state: 'delivered', isUnchanged: true })
    expect(await post()).toEqual(before)
    await news.edit((article) => rewrite(article, 'كلام جديد بعد ذلك.'))
    expect(await news.push()).toMatchObject({ state: 'delivered', isUnchanged: false })
    expect((await post()).content.raw).toContain('كلام جديد بعد ذلك.')
  })

  it('is also held when it was unpublished there or got another category', async () => {
    const { news, post, change } = await published()
    await change({ status: 'draft' })
    expect(await news.push()).toMatchObject({ state: 'held', problem: { code: 'conflict' } })
    expect((await post()).status).toBe('draft')
    const other = await published()
    await other.change({ categories: [1] })
    expect(await other.news.push()).toMatchObject({ state: 'held', problem: { code: 'conflict' } })
  })

  it('is held when its date was changed there; our own embargo changes the date without asking', async () => {
    const { news, post, change } = await published('2099-01-01T12:00:00+03:00')
    expect(await post()).toMatchObject({ status: 'future', date_gmt: '2099-01-01T09:00:00' })
    await change({ date_gmt: '2099-02-01T00:00:00' })
    const held = await news.push()
    expect(held).toMatchObject({ state: 'held', problem: { code: 'conflict' } })
    expect(await post()).toMatchObject({ date_gmt: '2099-02-01T00:00:00' })
    const { ours, theirs } = await news.call('deliveries.compare', { deliveryId: held.id })
    expect(theirs.title).toBe(ours.title)
    const kept = { deliveryId: held.id, choice: 'keep-theirs', actor: EDITOR } as const
    expect((await news.call('deliveries.resolve', kept)).delivery.state).toBe('cancelled')
    expect(await news.push()).toMatchObject({ state: 'scheduled', nextAttempt: '2099-02-01T00:01:00.000Z' })

    await change({ date_gmt: '2099-03-01T00:00:00' })
    const again = await news.push()
    const over = { deliveryId: again.id, choice: 'overwrite', actor: EDITOR } as const
    expect((await news.call('deliveries.resolve', over)).delivery.state).toBe('scheduled')
    expect(await post()).toMatchObject({ date_gmt: '2099-01-01T09:00:00' })

    await news.edit((article) => ({
      ...article,
      metadata: { ...article.metadata, embargo: '2099-04-01T12:00:00+03:00' },
    }))
    expect(await news.push()).toMatchObject({ state: 'scheduled', problem: null })
    expect(await post()).toMatchObject({ status: 'future', date_gmt: '2099-04-01T09:00:00' })
  })

  it('is recognised by its mark when its address was changed there and our record is gone', async () => {
    const { news, post, change } = await published()
    const { id } = await post()
    await change({ slug: 'another-address' })
    // As after a recovery from an older backup.
    news.store.db.run("DELETE FROM deliveries WHERE state = 'delivered'")
    expect(await news.push()).toMatchObject({ state: 'delivered' })
    expect(await post()).toMatchObject({ id, slug: 'another-address' })
  })

  it('is scheduled until its embargo ends, and counts as published only when the site says so', async () => {
    const { login, password } = site.accounts.editor
    const config = { kind: 'wordpress', address: site.url, account: login, sections: {} } as const
    const news = await newsroom(config, password, { prefix: 'embargo' })
    // The test's clock is in November 2026; the site uses the machine's.
    await news.edit((article) => ({
      ...article,
      metadata: { ...article.metadata, embargo: '2099-01-01T12:00:00+03:00' },
    }))
    const sent = await news.push()
    expect(sent).toMatchObject({ state: 'scheduled', problem: null, nextAttempt: '2099-01-01T09:01:00.000Z' })
    const { posts, ask } = rest(site)
    const post = (await posts()).find(({ content }) => content.raw.includes(`midad-${news.id}`))
    expect(post).toMatchObject({ status: 'future', date_gmt: '2099-01-01T09:00:00' })
    expect((await news.call('articles.get', { id: news.id })).state).toBe('exported')
    // As the site does at that time.
    await ask('POST', `posts/${post?.id}`, { status: 'publish', date_gmt: '2020-01-01T00:00:00' })
    const { delivery } = await news.call('deliveries.retry', { deliveryId: sent.id, actor: EDITOR })
    expect(delivery).toMatchObject({ state: 'delivered', isUnchanged: false })
    expect((await news.call('articles.get', { id: news.id })).state).toBe('published')
  })

  it('stays before its readers when an embargo is set, or when the site published it before its time', async () => {
    const { news, post } = await published()
    const embargo = '2099-01-01T12:00:00+03:00'
    await news.edit((article) => ({ ...article, metadata: { ...article.metadata, embargo } }))
    await expect(news.push()).rejects.toMatchObject({ code: 'already-public', params: { name: 'الموقع' } })
    expect(await post()).toMatchObject({ status: 'publish' })

    const other = await published(embargo)
    await other.change({ status: 'publish', date_gmt: '2020-01-01T00:00:00' })
    await other.news.edit((article) => rewrite(article, 'نص جديد.'))
    const { id: deliveryId, ...held } = await other.news.push()
    expect(held).toMatchObject({ state: 'held', problem: { code: 'conflict' } })
    const over = { deliveryId, choice: 'overwrite', actor: EDITOR } as const
    const { delivery } = await other.news.call('deliveries.resolve', over)
    expect(delivery).toMatchObject({ state: 'held', problem: { code: 'already-public' } })
    expect(await other.post()).toMatchObject({ status: 'publish' })
  })
})
