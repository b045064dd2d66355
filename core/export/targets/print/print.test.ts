import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { EDITION, HOUSE } from '../../../../tests/support/edition.ts'
import { fullArticle } from '../../../../tests/support/full-article.ts'
import { encode } from '../../fields/encode.ts'
import { lineOf } from '../../fields/plain-words.ts'
import { printProperties } from './properties.ts'
import { printStyle } from './style.ts'
import { printXmp } from './xmp.ts'

const draft = { ...EDITION, draft: true }

describe('printStyle', () => {
  it('names a draft and its day in the language of the article and the digits of the house', () => {
    const english = { ...fullArticle(), metadata: { ...fullArticle().metadata, language: 'en' } }
    expect(printStyle(fullArticle(), draft)).toContain("@top-center { content: 'مسودة · 24 تشرين الثاني/نوفمبر 2026';")
    expect(printStyle(english, draft)).toContain("@top-center { content: 'Draft · 24 November 2026';")
    const arab = printStyle(fullArticle(), { ...draft, house: { ...HOUSE, digits: 'arab' } })
    expect(arab).toContain("'مسودة · ٢٤ تشرين الثاني/نوفمبر ٢٠٢٦'")
    expect(arab).toContain("content: counter(page, arabic-indic) ' / ' counter(pages, arabic-indic);")
    expect(printStyle(fullArticle(), EDITION)).not.toContain('@top-center')
  })
})

describe('printProperties', () => {
  it('lists the headings, and repeats nothing of an article that is killed', () => {
    const { headings } = printProperties(fullArticle(), EDITION)
    expect(headings.slice(0, 2)).toEqual([
      'الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة',
      'بريطانيا قلصت عدد قواتها في العراق',
    ])
    expect(printProperties(fullArticle(), { ...EDITION, action: 'kill', house: HOUSE })).toEqual({
      title: 'الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة',
      headings: ['الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة'],
      author: '',
      description: '',
      keywords: [],
      publisher: 'صحيفة المدى',
      rights: '© مؤسسة المدى',
      usageTerms: 'لا يُعاد النشر إلا بذكر المصدر.',
      language: 'ar',
      direction: 'rtl',
      at: '2026-11-24T08:00:00.000Z',
    })
  })
})

describe('printXmp', () => {
  it('is one packet that an XML reader reads, whatever the texts hold', () => {
    const title = encode('text', lineOf('List<String> & "x" ]]> <?xpacket end="r"?>', 'ltr'))
    const packet = printXmp({ ...printProperties(fullArticle(), { ...EDITION, house: HOUSE }), title })
    expect(packet.match(/<\?xpacket/gu)).toHaveLength(2)
    const read = new DOMParser().parseFromString(packet, 'text/xml')
    const valuesOf = (name: string): string[] =>
      Array.from(read.getElementsByTagName(name)).map(({ textContent }) => textContent ?? '')
    expect(valuesOf('dc:title')).toEqual([`${title}${title}`])
    expect(valuesOf('dc:subject')).toEqual(['العراقبريطانيا'])
    expect(valuesOf('dc:rights')).toEqual(['© مؤسسة المدى© مؤسسة المدى'])
    expect(valuesOf('pdf:Keywords')).toEqual(['العراق، بريطانيا'])
  })
})
