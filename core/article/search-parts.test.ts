import { describe, expect, it } from 'vitest'
import {
  embed,
  factbox,
  figure,
  gallery,
  head,
  list,
  newArticle,
  paragraph,
  pullquote,
  quote,
  related,
  separator,
  subhead,
  table,
} from './factories.ts'
import { searchParts } from './search-parts.ts'

describe('searchParts', () => {
  it('covers everything except the headline', () => {
    let count = 0
    const id = (): string => `b${(count += 1)}`
    const mediaType = 'image/jpeg' as const
    const asset = { hash: 'a'.repeat(64), mediaType, width: 4, height: 3, size: 12, name: 'london.jpg' }
    const article = newArticle('a1', id, [
      head('kicker', id, 'كيكر'),
      head('headline', id, 'عنوان'),
      head('deck', id, 'فرعي'),
      head('byline', id, 'سعاد'),
      head('dateline', id, 'بغداد'),
      paragraph(id, 'فقرة'),
      subhead(id, 'وسيط'),
      list(id, false, ['بند', 'آخر']),
      quote(id, 'قول', 'قائل'),
      pullquote(id, 'مقتطف'),
      factbox(id, 'صندوق', ['معلومة']),
      table(id, [['بلد', 'عدد']]),
      separator(id),
      gallery(id, [figure(id, { asset, alt: 'وصف', caption: 'تعليق', credit: 'رويترز' })]),
      embed(id, 'https://www.example.org/post', 'منشور'),
      related(id, [{ title: 'متصل', url: 'http://example.org/budget' }]),
    ])
    const metadata = {
      ...article.metadata,
      ...{ section: 'سياسة', place: 'لندن', slug: 'london-visit', keywords: ['موازنة', 'نفط'], sources: ['أ ف ب'] },
      ...{ seoTitle: 'للمحركات', seoDescription: 'خلاصة' },
    }
    expect(searchParts({ ...article, metadata }, ['أضف مصدرًا'])).toEqual([
      ...['كيكر', 'فرعي', 'سعاد', 'بغداد', 'فقرة', 'وسيط', 'بند', 'آخر', 'قول', 'قائل', 'مقتطف', 'صندوق', 'معلومة']
        .concat(['بلد', 'عدد', 'تعليق', 'رويترز', 'منشور', 'متصل'])
        .map((text) => ({ place: 'text', text })),
      ...['وصف', 'london.jpg'].map((text) => ({ place: 'picture', text })),
      ...['سياسة', 'لندن', 'london-visit', 'موازنة', 'نفط', 'أ ف ب', 'للمحركات', 'خلاصة']
        .concat(['example.org/post', 'example.org/budget'])
        .map((text) => ({ place: 'details', text })),
      { place: 'note', text: 'أضف مصدرًا' },
    ])
  })

  it('leaves out empty texts', () => {
    let count = 0
    const id = (): string => `b${(count += 1)}`
    const empty = [head('headline', id, 'عنوان'), paragraph(id, ' '), figure(id), related(id, [{ title: '', url: '' }])]
    expect(searchParts(newArticle('a1', id, empty), [])).toEqual([])
  })
})
