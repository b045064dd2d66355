import { describe, expect, it } from 'vitest'
import { articleText } from '../../article/plain-text.ts'
import { counter } from '#tests/support/articles.ts'
import { importNinjs } from './ninjs.ts'

const BODY =
  '<p>الفقرة الأولى.</p><figure><img src="https://cdn.example/a.jpg" alt="قاعة"><figcaption>القاعة</figcaption></figure>'
const ITEM = {
  uri: 'urn:x:1',
  standard: { name: 'ninjs', version: '3.1' },
  type: 'text',
  versionCreated: '2026-11-24T08:00:00Z',
  pubStatus: 'usable',
  language: 'ar',
  headlines: [{ role: 'main', contentType: 'text/plain', value: 'العنوان' }],
  bodies: [
    { role: 'main', contentType: 'text/html', value: BODY, charCount: 9, wordCount: 3 },
    { role: 'plain', contentType: 'text/plain', value: 'الفقرة الأولى.' },
  ],
}

function imported(more: Record<string, unknown> = {}) {
  const { article, losses } = importNinjs({ ...ITEM, ...more }, { id: 'a', newId: counter('n') })
  return { text: articleText(article).replaceAll(/\s+/gu, ' '), losses }
}

const REMOTE = { code: 'remote-picture', count: 1, examples: ['https://cdn.example/a.jpg'] }
const TEXT = 'العنوان الفقرة الأولى. القاعة'

describe('ninjs loses no word unsaid:', () => {
  it('a text that is there twice is there', () => {
    expect(imported()).toEqual({ text: TEXT, losses: [REMOTE] })
  })

  it('a second text, other headlines and other descriptions are reported', () => {
    const { text, losses } = imported({
      headlines: [...ITEM.headlines, { role: 'print', contentType: 'text/plain', value: 'عنوان للورق' }],
      descriptions: [
        { role: 'summary', contentType: 'text/plain', value: 'المقدمة' },
        { role: 'social', contentType: 'text/plain', value: 'للتواصل' },
      ],
      bodies: [...ITEM.bodies, { role: 'short', contentType: 'text/html', value: '<p>نص <b>مختصر</b></p>' }],
    })
    expect(text).toBe(`العنوان المقدمة ${TEXT.slice(8)}`)
    expect(losses).toEqual([{ code: 'other-text', count: 3, examples: ['عنوان للورق', 'نص مختصر', 'للتواصل'] }, REMOTE])
  })

  it('notes to editors, rights, and whom and what it names are reported', () => {
    const { losses } = imported({
      edNote: 'يرجى التنبه',
      usageTerms: 'للنشر مرة',
      copyrightNotice: '© وكالة',
      people: [{ name: 'أحمد سالم', uri: 'urn:p:1', rel: 'person' }],
      organisations: [{ name: 'البنك الدولي' }],
      places: [{ name: 'أربيل', literal: 'x' }],
      subjects: [
        { name: 'اقتصاد', rel: 'category' },
        { name: 'اقتصاد ومال', uri: 'http://cv.iptc.org/newscodes/mediatopic/04000000' },
      ],
      genres: [{ name: 'تقرير' }, { name: 'تحليل' }],
    })
    expect(losses).toEqual([
      REMOTE,
      {
        code: 'fields',
        count: 8,
        examples: [
          ...['edNote: يرجى التنبه', 'usageTerms: للنشر مرة', 'copyrightNotice: © وكالة', 'people: أحمد سالم'],
          ...['organisations: البنك الدولي', 'places: أربيل', 'subjects: اقتصاد', 'genres: تحليل'],
        ],
      },
    ])
  })

  it('a picture that is placed is no loss beside its own; one that is not, and another item, are reported with their words', () => {
    const picture = (href: string, caption: string) => ({
      ...{ type: 'picture', uri: 'urn:x:2' },
      descriptions: [{ role: 'caption', contentType: 'text/plain', value: caption }],
      renditions: [{ name: 'original', href, contentType: 'image/jpeg' }],
    })
    const { losses } = imported({
      associations: [
        { ...picture('https://cdn.example/a.jpg', 'القاعة'), by: 'سعاد' },
        picture('https://cdn.example/b.jpg', 'صورة بلا موضع'),
        { type: 'text', uri: 'urn:x:3', headlines: [{ role: 'main', value: 'مادة مرافقة' }] },
      ],
      renditions: [{ name: 'pdf', title: 'صفحة كاملة', href: 'https://cdn.example/page.pdf' }],
    })
    expect(losses).toEqual([
      { code: 'other-items', count: 1, examples: ['مادة مرافقة'] },
      { code: 'other-text', count: 3, examples: ['سعاد', 'صورة بلا موضع', 'مادة مرافقة'] },
      REMOTE,
      { code: 'picture-not-here', count: 1, examples: ['صورة بلا موضع'] },
      { code: 'fields', count: 2, examples: ['renditions: صفحة كاملة', 'renditions: https://cdn.example/page.pdf'] },
    ])
  })
})
