import { describe, expect, it } from 'vitest'
import { articleText } from '../../article/plain-text.ts'
import { counter } from '#tests/support/articles.ts'
import { importNewsml } from './newsml-g2.ts'

const NS = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
const XHTML = (text: string): string =>
  `<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>عنوان</title></head><body><p>${text}</p></body></html></inlineXML>`

type Parts = {
  guid?: string
  status?: string
  kind?: string
  item?: string
  meta?: string
  content?: string
  rights?: string
}
const newsItem = ({
  guid = 'g1',
  status = 'usable',
  kind = 'text',
  item = '',
  meta = '',
  content,
  rights = '',
}: Parts): string =>
  `<newsItem guid="${guid}" xml:lang="ar" dir="rtl">${rights}<itemMeta><itemClass qcode="ninat:${kind}"/><provider><name>Midad</name></provider><pubStatus qcode="stat:${status}"/>${item}</itemMeta><contentMeta><headline role="hlrole:main">العنوان</headline>${meta}</contentMeta><contentSet>${content ?? XHTML('نص المادة.')}</contentSet></newsItem>`

function imported(xml: string) {
  const id = counter('a')
  return importNewsml(xml.replace('>', ` ${NS}>`), () => ({ id: id(), newId: counter('g') })).map(
    ({ article, losses }) => ({ text: articleText(article).replaceAll(/\s+/gu, ' '), losses }),
  )
}

describe('NewsML-G2 loses no word unsaid:', () => {
  it('what says nothing more is no loss', () => {
    expect(imported(newsItem({ item: '<title>العنوان</title>' }))).toEqual([{ text: 'العنوان نص المادة.', losses: [] }])
  })

  it('a second text, a second writer, other headlines and descriptions are reported', () => {
    const [found] = imported(
      newsItem({
        meta: '<headline>عنوان ثان</headline><by>سعاد</by><by>كريم</by><description role="drol:summary">المقدمة</description><description>وصف آخر</description>',
        content: `${XHTML('نص المادة.')}${XHTML('نص آخر')}<inlineData contenttype="text/plain">نص المادة.</inlineData><remoteContent href="a.pdf"/>`,
      }),
    )
    expect(found).toEqual({
      text: 'العنوان المقدمة سعاد نص المادة.',
      losses: [
        { code: 'other-items', count: 1, examples: ['a.pdf'] },
        { code: 'other-text', count: 4, examples: ['عنوان ثان', 'كريم', 'وصف آخر', 'نص آخر'] },
      ],
    })
  })

  it('subjects that are no media topic, notes to editors and terms of use are reported', () => {
    const [found] = imported(
      newsItem({
        rights: '<rightsInfo><usageTerms>للنشر مرة</usageTerms></rightsInfo>',
        item: '<edNote>يرجى التنبه</edNote>',
        meta: '<subject qcode="medtop:11000000"><name>سياسة</name></subject><subject qcode="pers:7"><name>أحمد سالم</name></subject><subject qcode="house:9"/><located><name>بغداد</name></located><located><name>أربيل</name></located>',
      }),
    )
    expect(found?.losses).toEqual([
      {
        code: 'fields',
        count: 5,
        examples: [
          ...[
            'edNote: يرجى التنبه',
            'subject: أحمد سالم',
            'subject: house:9',
            'located: أربيل',
            'usageTerms: للنشر مرة',
          ],
        ],
      },
    ])
  })

  it('an item that is cancelled, empty, or no text keeps no other out, and is reported', () => {
    const items = [
      newsItem({ guid: 'g1', status: 'canceled', content: '' }),
      newsItem({ guid: 'g2' }),
      newsItem({ guid: 'g3', kind: 'picture', content: '<remoteContent href="a.jpg"/>' }).replace(
        'العنوان',
        'صورة الجلسة',
      ),
      '<packageItem guid="g4"><itemMeta><title>حزمة الصباح</title></itemMeta></packageItem>',
      newsItem({ guid: 'g5', content: XHTML('مادة أخرى.') }),
    ]
    const found = imported(`<newsMessage><header/><itemSet>${items.join('')}</itemSet></newsMessage>`)
    expect(found).toEqual([
      {
        text: 'العنوان نص المادة.',
        losses: [
          { code: 'other-items', count: 2, examples: ['صورة الجلسة', 'حزمة الصباح'] },
          { code: 'cancelled-items', count: 1, examples: ['العنوان'] },
        ],
      },
      { text: 'العنوان مادة أخرى.', losses: [] },
    ])
  })

  it('a message that is cancelled whole is refused', () => {
    expect(() => imported(newsItem({ status: 'canceled' }))).toThrow('without-body')
  })
})
