import type { Article } from '#core/article/article.ts'
import type { Block } from '#core/article/block.ts'
import { correction, figure, newArticle } from '#core/article/factories.ts'
import { counter } from './articles.ts'
import { everyBlock, type AddedType } from './every-block.ts'
import { realArticle } from './real-article.ts'

/** A picture for any article. */
export const ASSET = {
  hash: 'a'.repeat(64),
  mediaType: 'image/jpeg',
  width: 800,
  height: 600,
  size: 9,
  name: 'صورة.jpg',
} as const

/** @returns an article with every type of block, a picture, and all metadata. */
export function fullArticle(): Article {
  const id = counter('full')
  const { document, metadata } = realArticle()
  const added: Record<AddedType, Block> = {
    figure: figure(id, {
      ...{ asset: ASSET, alt: 'وزيران', date: '2026-11-23', caption: 'الوزيران في لندن', credit: 'رويترز' },
    }),
    correction: correction(id, 'ورد الاسم «ليز تراس» خطأ في نسخة سابقة.', '2026-11-24'),
  }
  return {
    ...newArticle('7f3a2c10-0000-4000-8000-000000000002', id, [...document, ...everyBlock(), ...Object.values(added)]),
    metadata: {
      ...metadata,
      kind: 'report',
      slug: 'كاظمي-تراس',
      keywords: ['العراق', 'بريطانيا'],
      mediaTopics: ['medtop:11000000', 'بيتي'],
      urgency: 3,
      embargo: '2026-11-24T12:00:00+03:00',
      place: 'بغداد',
      sources: ['رويترز'],
      seoTitle: 'عنوان',
      seoDescription: 'وصف',
    },
  }
}
