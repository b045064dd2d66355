import { describe, expect, it } from 'vitest'
import { figure, head, newArticle, paragraph, quote } from './factories.ts'
import { articleText, blockText, headText } from './plain-text.ts'

let count = 0
const id = (): string => `b${(count += 1)}`

describe('plain text', () => {
  const article = newArticle('a', id, [
    head('headline', id, 'العنوان'),
    {
      type: 'paragraph',
      id: 'p',
      dir: 'rtl',
      children: [
        { text: 'قالت ' },
        { type: 'link', url: 'https://example.org', children: [{ text: 'رويترز', bold: true }] },
        { text: ' إن ' },
        { type: 'ltr', children: [{ text: '+964' }] },
        { text: '.' },
      ],
    },
    paragraph(id, '  '),
    quote(id, 'لن نتراجع', ''),
    figure(id, { caption: 'الوزيرة', credit: 'تويتر' }),
    { type: 'unknown', id: 'u', dir: 'rtl', original: { type: 'poll' }, children: [{ text: '' }] },
  ])

  it('separates blocks by an empty line and leaves out empty blocks', () => {
    expect(articleText(article)).toBe('العنوان\n\nقالت رويترز إن +964.\n\nلن نتراجع\n\nالوزيرة\nتويتر')
  })
  it('returns the text of a head field', () => {
    expect(headText(article, 'headline')).toBe('العنوان')
    expect(headText(article, 'deck')).toBe('')
  })
  it('is empty for an unknown block', () => {
    const last = article.document.at(-1)
    expect(last && blockText(last)).toBe('')
  })
})
