import type { Article } from '#core/article/article.ts'
import type { Block } from '#core/article/block.ts'
import { figure } from '#core/article/factories.ts'
import type { CallInput } from '#core/contract/contract.ts'
import type { Delivery } from '#core/contract/deliveries.ts'
import type { ServiceOptions } from '#electron/service/context.ts'
import { jpeg } from './pictures.ts'
import { realArticle } from './real-article.ts'
import { EDITOR, REPORTER, testService, type TestService } from './service.ts'

/** A service whose store has the real article, approved, and a destination. */
export type Newsroom = TestService & {
  id: string
  destinationId: string
  /** Sends the article, and waits for the first attempt. */
  push: (action?: 'publish' | 'withdraw' | 'kill') => Promise<Delivery>
  /** Changes the article as a reporter, and lets the editor approve it again. */
  edit: (change: (article: Article) => Article) => Promise<void>
}

type Config = CallInput<'destinations.save'>['config']

/** Short timeouts, for servers that do not answer. */
export const SHORT = { answer: 20_000, upload: 20_000 }

/** @returns the real article with a picture, with every field set, after its first paragraph. */
async function withPicture({ call }: TestService, article: Article): Promise<Article> {
  const { asset } = await call('assets.add', { name: 'صورة الوزيرين.jpg', bytes: jpeg().toString('base64') })
  let count = 0
  const picture = figure(() => `picture${(count += 1)}`, {
    ...{ asset, alt: 'الوزيران يتصافحان', caption: 'الوزيران في لندن & «الوفد»', credit: 'رويترز' },
  })
  const at = article.document.findIndex(({ type }) => type === 'paragraph')
  const document: Block[] = [...article.document.slice(0, at + 1), picture, ...article.document.slice(at + 1)]
  const metadata = { ...article.metadata, section: 'سياسة', keywords: ['العراق', 'بريطانيا'] }
  return { ...article, document, metadata }
}

/** Opens a newsroom over a store, with the article in it and one destination. */
export async function newsroom(
  config: Config,
  secret: string,
  given: { folder?: string; sending?: ServiceOptions['sending']; prefix?: string; now?: ServiceOptions['now'] } = {},
): Promise<Newsroom> {
  const test = testService(given.folder, { timeouts: SHORT, random: () => 0.5, ...given.sending }, given.prefix, {
    ...(given.now === undefined ? {} : { now: given.now }),
  })
  const { call } = test
  const { id } = await call('articles.create', { actor: REPORTER })
  const edit: Newsroom['edit'] = async (change) => {
    const opened = await call('articles.open', { id, actor: REPORTER })
    await call('articles.save', {
      ...{ article: change(opened.article), baseSaveNumber: opened.saveNumber, caret: null, actor: REPORTER },
    })
    await call('articles.close', { id })
    await call('review.move', { id, to: 'submitted', actor: REPORTER })
    await call('review.move', { id, to: 'approved', actor: EDITOR })
  }
  const whole = await withPicture(test, realArticle())
  await edit((article) => ({ ...whole, id: article.id }))
  const { id: destinationId } = await call('destinations.save', { id: null, name: 'الموقع', config, secret })
  return {
    ...test,
    id,
    destinationId,
    edit,
    async push(action = 'publish') {
      const { deliveryId } = await call('deliveries.send', { id, destinationId, action, actor: EDITOR })
      return (await call('deliveries.retry', { deliveryId, actor: EDITOR })).delivery
    },
  }
}

/** @returns the article with another text in a paragraph of its body. */
export function rewrite(article: Article, text: string): Article {
  const at = article.document.findIndex(({ type }) => type === 'paragraph')
  const document = article.document.map((block, index) =>
    index === at && block.type === 'paragraph' ? { ...block, children: [{ text }] } : block,
  )
  return { ...article, document }
}
