import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleSchema } from '../../article/article.ts'
import { articleText } from '../../article/plain-text.ts'
import { buildArticle } from './build.ts'
import type { ImportedLine } from './lines.ts'
import { recogniseText } from './recognise.ts'

const elaph = readFileSync(new URL('../../../tests/fixtures/elaph-article.txt', import.meta.url), 'utf8')

/** A line as `role: the beginning of its text`, and for a dropped one its reason. */
function brief({ role, reason, text }: ImportedLine): string {
  return `${reason ?? role}: ${text.length > 40 ? `${text.slice(0, 40)}…` : text}`
}
const recognised = (...page: string[]): string[] => recogniseText(page.join('\n')).lines.map(brief)
const SENTENCE = 'أعلنت وزارة الموارد المائية اليوم أن منسوب المياه في السدود ارتفع بعد أمطار الأسبوع الماضي.'
const MORE = 'وأضافت الوزارة في بيان أن الخزين يكفي لموسم الصيف كله، ودعت المزارعين إلى الالتزام بخطة الري.'

describe('the real article', () => {
  const { lines, section, warnings } = recogniseText(elaph)
  const texts = (role: ImportedLine['role']): string[] =>
    lines.filter((line) => line.role === role).map(({ text }) => text)
  const dropped = (reason: ImportedLine['reason']): string[] =>
    lines.filter((line) => line.reason === reason).map(({ text }) => text)

  it('has its head', () => {
    expect(texts('headline')).toEqual(['الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة'])
    expect(texts('deck')).toEqual(['بغداد ولندن تنسقان لانهاء الدور القتالي للتحالف في العراق'])
    expect(texts('dateline')).toEqual(['إيلاف من لندن'])
    expect(texts('kicker').concat(texts('byline'))).toEqual([])
  })
  it('has its body', () => {
    expect(texts('paragraph').length).toBe(12)
    expect(texts('paragraph')[0]?.slice(0, 24)).toBe('في مسعى لتنفيذ اتفاقات ا')
    expect(texts('subhead')).toEqual(['بريطانيا قلصت عدد قواتها في العراق', 'المليشيات تهدد'])
    expect(texts('caption')).toEqual([
      'وزيرة الخارجية البريطانية ليز تراس خلال القائها كلمة في مؤتمر بلندن في 30 نوفمبر الماضي',
    ])
    expect(texts('credit')).toEqual(['صفحتها على تويتر'])
    expect(warnings).toEqual(['figure-without-image'])
  })
  it('has what is dropped, each with its reason', () => {
    expect(dropped('page-furniture')).toEqual([': آخر تحديث'])
    expect(dropped('counter')).toEqual(['57', '54', '57'])
    expect(dropped('stray-punctuation')).toEqual(['.'])
    expect(dropped('comments')).toEqual([
      'عدد التعليقات 0',
      'جميع التعليقات المنشورة تعبر عن رأي كتّابها ولا تعبر بالضرورة عن رأي إيلاف',
      'لم يتم العثور على نتائج',
    ])
    expect(dropped('publishing-terms').map((text) => text.slice(0, 11))).toEqual(['شروط النشر:'])
    expect(dropped('navigation')).toEqual(['في أخبار'])
    expect(section).toBe('أخبار')
  })
  it('becomes one figure, and an article that the schema takes', () => {
    let count = 0
    const article = buildArticle(lines, { id: 'a', newId: () => `b${(count += 1)}`, section })
    expect(articleSchema.safeParse(article).error).toBeUndefined()
    expect(article.document.map(({ type }) => type).join(' ')).toBe(
      `headline deck dateline ${'paragraph '.repeat(5)}figure subhead ${'paragraph '.repeat(2)}subhead ${'paragraph '.repeat(5)}`.trim(),
    )
    expect(article.metadata.section).toBe('أخبار')
  })
  it('is recognised whatever ends its lines, and behind a byte order mark', () => {
    for (const ending of ['\r\n', '\r', '\u2028']) {
      expect(recogniseText(`\uFEFF${elaph.replaceAll('\n', ending)}`).lines).toEqual(lines)
    }
  })
})

describe('other pages', () => {
  it('an agency’s page: trail, kicker, byline, signed lead, tags and related links', () => {
    expect(
      recognised(
        'الرئيسية > محليات > ارتفاع منسوب السدود بعد الأمطار',
        'أزمة المياه',
        'ارتفاع منسوب السدود بعد أمطار غزيرة في الشمال',
        'الخميس 12 آذار/مارس 2026 - 14:30',
        'شارك الخبر',
        'فيسبوك',
        'بقلم: سلمى الراوي',
        `بغداد (واع) - ${SENTENCE}`,
        'اقرأ أيضا:',
        'خبراء يحذرون من جفاف الأهوار',
        MORE,
        'كلمات مفتاحية: المياه، السدود',
        'مواضيع ذات صلة',
        'الأمطار تغلق طرقا في دهوك',
        'وزير يزور سد الموصل',
        'جميع الحقوق محفوظة © 2026',
      ),
    ).toEqual([
      'navigation: الرئيسية > محليات > ارتفاع منسوب السدود …',
      'kicker: أزمة المياه',
      'headline: ارتفاع منسوب السدود بعد أمطار غزيرة في ا…',
      'page-furniture: الخميس 12 آذار/مارس 2026 - 14:30',
      'page-furniture: شارك الخبر',
      'page-furniture: فيسبوك',
      'page-furniture: بقلم',
      'byline: سلمى الراوي',
      'dateline: بغداد (واع)',
      'paragraph: أعلنت وزارة الموارد المائية اليوم أن منس…',
      'navigation: اقرأ أيضا:',
      'navigation: خبراء يحذرون من جفاف الأهوار',
      'paragraph: وأضافت الوزارة في بيان أن الخزين يكفي لم…',
      'page-furniture: كلمات مفتاحية: المياه، السدود',
      'navigation: مواضيع ذات صلة',
      'navigation: الأمطار تغلق طرقا في دهوك',
      'navigation: وزير يزور سد الموصل',
      'publishing-terms: جميع الحقوق محفوظة © 2026',
    ])
  })

  it('a paper’s page: a deck that is a sentence, a dateline of its own, a captioned picture, a list', () => {
    expect(
      recognised(
        'القائمة',
        'تسجيل الدخول',
        'موسم القمح: هل تكفي الأمطار؟',
        'يعوّل المزارعون هذا العام على أمطار الشتاء بعد عامين من الجفاف الذي أضر بمحاصيلهم.',
        'نشر في: 2026/03/01',
        'القاهرة: «الشرق الأوسط»',
        'التعليق على الصورة، مزارع في حقله قرب المنصورة',
        'مصدر الصورة، Getty Images',
        SENTENCE,
        'ما الذي تغيّر؟',
        MORE,
        '• ارتفاع الأسعار العالمية',
        '• انخفاض كلفة الري',
        'ويقول تجار إن الأسعار ستبقى على حالها حتى نهاية الموسم الحالي على الأقل.',
      ),
    ).toEqual([
      'navigation: القائمة',
      'navigation: تسجيل الدخول',
      'headline: موسم القمح: هل تكفي الأمطار؟',
      'deck: يعوّل المزارعون هذا العام على أمطار الشت…',
      'page-furniture: نشر في: 2026/03/01',
      'dateline: القاهرة: «الشرق الأوسط»',
      'page-furniture: التعليق على الصورة',
      'caption: مزارع في حقله قرب المنصورة',
      'page-furniture: مصدر الصورة',
      'credit: Getty Images',
      'paragraph: أعلنت وزارة الموارد المائية اليوم أن منس…',
      'subhead: ما الذي تغيّر؟',
      'paragraph: وأضافت الوزارة في بيان أن الخزين يكفي لم…',
      'list-item: ارتفاع الأسعار العالمية',
      'list-item: انخفاض كلفة الري',
      'paragraph: ويقول تجار إن الأسعار ستبقى على حالها حت…',
    ])
  })

  it('a broadcaster’s page: a menu, a picture above the text, links within it, a subhead in quotation marks', () => {
    expect(
      recognised(
        'قناة الصباح',
        'تخطى إلى المحتوى',
        'أخبار|سياسة|العراق',
        'الأكثر قراءة',
        'الجفاف يهدد محاصيل القمح في سهول الشمال',
        'صدر الصورة، Getty Images',
        'التعليق على الصورة، مزارع في حقله قرب القامشلي',
        'محمد السامرائي - بغداد',
        '12/3/2026',
        SENTENCE,
        '',
        'قصص مقترحة:',
        'كيف غيّر الجفاف وجه القرى؟',
        'خمسة أسئلة عن أزمة المياه',
        'قصص مقترحة نهاية',
        '',
        '"لا بديل عن المطر"',
        MORE,
        'حول هذه القصة',
        'سدود الشمال وأثرها',
      ),
    ).toEqual([
      'navigation: قناة الصباح',
      'navigation: تخطى إلى المحتوى',
      'navigation: أخبار|سياسة|العراق',
      'navigation: الأكثر قراءة',
      'headline: الجفاف يهدد محاصيل القمح في سهول الشمال',
      'page-furniture: صدر الصورة',
      'credit: Getty Images',
      'page-furniture: التعليق على الصورة',
      'caption: مزارع في حقله قرب القامشلي',
      'byline: محمد السامرائي - بغداد',
      'page-furniture: 12/3/2026',
      'paragraph: أعلنت وزارة الموارد المائية اليوم أن منس…',
      'navigation: قصص مقترحة:',
      'navigation: كيف غيّر الجفاف وجه القرى؟',
      'navigation: خمسة أسئلة عن أزمة المياه',
      'navigation: قصص مقترحة نهاية',
      'subhead: "لا بديل عن المطر"',
      'paragraph: وأضافت الوزارة في بيان أن الخزين يكفي لم…',
      'navigation: حول هذه القصة',
      'navigation: سدود الشمال وأثرها',
    ])
  })

  it('a text that a reporter pasted without anything around it', () => {
    expect(recognised('عودة الدراسة في جامعة الموصل', '', SENTENCE, '', MORE)).toEqual([
      'headline: عودة الدراسة في جامعة الموصل',
      'paragraph: أعلنت وزارة الموارد المائية اليوم أن منس…',
      'paragraph: وأضافت الوزارة في بيان أن الخزين يكفي لم…',
    ])
  })

  it('a text without a headline', () => {
    const { lines, warnings } = recogniseText(`${SENTENCE}\n${MORE}`)
    expect(lines.map(({ role }) => role)).toEqual(['paragraph', 'paragraph'])
    expect(warnings).toEqual(['no-headline'])
  })

  it('sentences that go on after a colon or a dash keep their beginning', () => {
    for (const text of [
      'وقال الوزير: إن الوزارة تعمل على خطة جديدة لإدارة المياه في البلاد.',
      'الرئيس - كما يقول مقربون منه - لا ينوي الترشح لولاية جديدة هذا العام.',
      'الخطة: بناء ثلاثة سدود جديدة في شمال البلاد خلال خمسة أعوام.',
    ]) {
      expect(recognised('عنوان الخبر الأول هنا', text)).toEqual([
        'headline: عنوان الخبر الأول هنا',
        `paragraph: ${text.slice(0, 40)}…`,
      ])
    }
  })

  it.each([
    ['لندن - رويترز: ', 'لندن - رويترز'],
    ['رام الله – ', 'رام الله'],
    ['بيروت/ ', 'بيروت'],
    ['واشنطن (أ ف ب) – ', 'واشنطن (أ ف ب)'],
    ['العربي الجديد من تونس: ', 'العربي الجديد من تونس'],
  ])('cuts the dateline «%s»', (beginning, dateline) => {
    expect(recognised('عنوان الخبر الأول هنا', beginning + SENTENCE)).toEqual([
      'headline: عنوان الخبر الأول هنا',
      `dateline: ${dateline}`,
      'paragraph: أعلنت وزارة الموارد المائية اليوم أن منس…',
    ])
  })

  it('comments that readers wrote', () => {
    expect(
      recognised(
        'عنوان الخبر الأول هنا',
        SENTENCE,
        MORE,
        'التعليقات (2)',
        'أبو علي',
        'كلام جميل جدا يا أستاذ، بارك الله فيك.',
      ),
    ).toEqual([
      'headline: عنوان الخبر الأول هنا',
      'paragraph: أعلنت وزارة الموارد المائية اليوم أن منس…',
      'paragraph: وأضافت الوزارة في بيان أن الخزين يكفي لم…',
      'counter: التعليقات (2)',
      'comments: أبو علي',
      'comments: كلام جميل جدا يا أستاذ، بارك الله فيك.',
    ])
  })
})

describe('whatever is pasted', () => {
  const line = fc.oneof(
    fc.constantFrom(
      SENTENCE,
      MORE,
      'عنوان قصير',
      'بغداد - رويترز',
      '57',
      'شارك',
      '• بند',
      'صورة: قوات (أ ف ب)',
      '',
      '…',
    ),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  )
  it('keeps every word: no line is lost, and none is changed but at its edges', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (page) => {
        const source = page.map((each) => each.replaceAll(/[\n\r\v\f\u0085\u2028\u2029]/gu, ' '))
        const { lines } = recogniseText(source.join('\n'))
        for (const { line: number, text } of lines) expect(source[number - 1]).toContain(text)
        const letters = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '')
        expect(letters(lines.map(({ text }) => text).join(''))).toBe(letters(source.join('')))
      }),
    )
  })
  it('becomes an article that has every line which is not dropped', () => {
    const role = fc.constantFrom('kicker', 'headline', 'deck', 'byline', 'dateline', 'paragraph', 'subhead', 'quote')
    const other = fc.constantFrom('list-item', 'caption', 'credit', 'dropped')
    fc.assert(
      fc.property(fc.array(fc.oneof(role, other), { maxLength: 20 }), (roles) => {
        let count = 0
        const lines = roles.map((each, index): ImportedLine => ({
          ...{ line: index + 1, text: `سطر${index};`, role: each },
          reason: each === 'dropped' ? 'by-hand' : null,
        }))
        const article = buildArticle(lines, { id: 'a', newId: () => `b${(count += 1)}`, section: '' })
        expect(articleSchema.safeParse(article).error).toBeUndefined()
        const text = articleText(article)
        for (const each of lines) expect(text.includes(each.text)).toBe(each.role !== 'dropped')
      }),
    )
  })
  it('takes no longer than its length: one huge line, and very many', () => {
    expect(recogniseText('كلمة '.repeat(500_000)).lines.every(({ text }) => text.length <= 100_000)).toBe(true)
    expect(recogniseText(`${SENTENCE}\n`.repeat(50_000)).lines.length).toBe(50_000)
    // Signs without a letter, and white space within a line, took the square of their length.
    expect(recogniseText(`كلمة${' '.repeat(500_000)}كلمة`).lines.length).toBe(1)
    expect(recogniseText('<'.repeat(500_000)).lines[0]?.reason).toBe('stray-punctuation')
  })
})
