import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import type { Block } from '#core/article/block.ts'
import { canonicalJson, sha256Hex } from '#core/article/canonical.ts'
import { getDelivery, setDelivery } from '#db/tables/deliveries.ts'
import { ghostNewsroom, sendChangedTwice } from '#tests/support/ghost/ghost-newsroom.ts'
import type { Newsroom } from '#tests/support/newsroom.ts'
import { EDITOR } from '#tests/support/service.ts'

const TITLE = 'الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة'

/** @returns the article with words for its picture that are HTML to Ghost. */
function withHtmlInCaption(article: Article): Article {
  const document = article.document.map((block): Block => {
    if (block.type !== 'figure') return block
    const [caption, credit] = block.children
    return { ...block, children: [{ ...caption, children: [{ text: '<img src=x onerror=alert(3)>' }] }, credit] }
  })
  return { ...article, document }
}

/** Puts a post in the place of a queued one, as Midad stored posts before it encoded the words of every field. */
function storeAsBefore({ store: { db } }: Newsroom, deliveryId: string, post: object): void {
  const delivery = getDelivery(db, deliveryId)
  if (delivery === null) throw new Error('There is no delivery')
  const json = canonicalJson(post)
  db.run('UPDATE payloads SET bytes = :bytes WHERE number = (SELECT number FROM deliveries WHERE id = :id)', {
    ...{ id: deliveryId, bytes: deflateRawSync(json) },
  })
  const progress = { ...delivery.progress, payloadHash: sha256Hex(json) }
  setDelivery(db, deliveryId, delivery.state, progress, delivery.updatedAt)
}

/** A post in the shape of before. */
function olderPost(hash: string): object {
  const words = { alt: 'الوزيران يتصافحان', caption: '<img src=x onerror=alert(3)>', credit: 'رويترز' }
  return {
    ...{ mark: 'midad-article1', title: TITLE, slug: 'older', excerpt: '', tags: [], authors: [], embargo: null },
    ...{ html: '<p>نص من إصدار سابق.</p>', metaTitle: '', metaDescription: '' },
    pictures: [{ ...words, hash, fileName: 'midad-article1.jpg', mediaType: 'image/jpeg', date: '', place: 'cid:p' }],
    featured: { hash, alt: words.alt, caption: '<img src=x onerror=alert(3)> — رويترز' },
  }
}

async function pictureHash({ call, id }: Newsroom): Promise<string> {
  const { article } = await call('articles.get', { id })
  const hash = article.document.flatMap((block) => (block.type === 'figure' ? [block.asset?.hash] : []))[0]
  if (hash === undefined) throw new Error('There is no picture')
  return hash
}

describe('a post that a version of Midad queued which did not encode its words', () => {
  it('is made again from its revision, and sent encoded', async () => {
    const { ghost, news } = await ghostNewsroom()
    await news.edit(withHtmlInCaption)
    const order = { id: news.id, destinationId: news.destinationId, actor: EDITOR } as const
    const { deliveryId } = await news.call('deliveries.send', order)
    storeAsBefore(news, deliveryId, olderPost(await pictureHash(news)))
    const { delivery } = await news.call('deliveries.retry', { deliveryId, actor: EDITOR })
    expect(delivery).toMatchObject({ state: 'delivered', problem: null })
    expect(ghost.posts).toMatchObject([
      {
        title: TITLE,
        feature_image_caption: '&lt;\u2066img src=x onerror=alert(3)\u2069&gt; — رويترز',
        html: expect.not.stringContaining('نص من إصدار سابق.'),
      },
    ])
    // What is made again is the same post.
    expect(await news.push()).toMatchObject({ state: 'delivered', isUnchanged: true })
  })

  it('is compared and resolved as it would be sent, where a conflict holds it', async () => {
    const { ghost, news } = await ghostNewsroom()
    const { post, held } = await sendChangedTwice(ghost, news)
    expect(held).toMatchObject({ state: 'held', problem: { code: 'conflict' } })
    storeAsBefore(news, held.id, olderPost(await pictureHash(news)))
    const { ours, theirs } = await news.call('deliveries.compare', { deliveryId: held.id })
    expect([ours.title, theirs.title]).toEqual([TITLE, 'عنوان الموقع'])
    expect(ours.blocks).toContain('نص جديد.')
    expect(ours.blocks).not.toContain('نص من إصدار سابق.')
    await news.call('deliveries.resolve', { deliveryId: held.id, choice: 'keep-theirs', actor: EDITOR })
    // The kept text stays when the same article is sent again.
    expect(await news.push()).toMatchObject({ state: 'delivered', isUnchanged: true })
    expect(post.title).toBe('عنوان الموقع')
  })
})
