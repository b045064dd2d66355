import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectLinear } from '../../tests/support/growth.ts'
import { isolatesIn } from './isolates.ts'

const cut = (text: string, dir: 'rtl' | 'ltr' = 'rtl') =>
  isolatesIn(text, dir).map(({ start, end }) => text.slice(start, end))

describe('isolatesIn', () => {
  it.each([
    ['اتصل على +964 770 123 4567 اليوم', ['+964 770 123 4567']],
    ['الهاتف +٩٦٤ ٧٧٠ ١٢٣', ['+٩٦٤ ٧٧٠ ١٢٣']],
    ['فاز 3-1 أمس', ['3-1']],
    ['بين 2010-2015.', ['2010-2015']],
    ['لغة C++ و.NET وC#', ['C++', '.NET', 'C#']],
    ['حساب @midad_app على إكس', ['@midad_app']],
    ['وسم #Baghdad', ['#Baghdad']],
    ['راسل a.b@example.org، ثم', ['a.b@example.org']],
    ['انظر https://example.org/a?b=1 اليوم', ['https://example.org/a?b=1']],
    ['سعره $50 فقط', ['$50']],
    ['شركة AT&T وموقع Yahoo! قالا', ['AT&T', 'Yahoo!']],
    ['طراز Boeing 737 جديد', ['Boeing 737']],
    ['قالت Reuters إن', []],
    ['صحيفة New York Times، أمس', []],
    ['قالت Reuters.', []],
    ['هيئة (BBC) قالت', []],
    ['2500 جندي و3.5 و1,200', []],
    ['في 24/11/2026 الساعة 10:30', ['24/11/2026', '10:30']],
    ['نسبة 50% و2.5-3% و+5.5%', ['50%', '2.5-3%', '+5.5%']],
    ['أرباح $1.5 و$1,250.75 و€1,000–€2,000', ['$1.5', '$1,250.75', '€1,000–€2,000']],
    ['سعر USD 1,250.75 و50 € و$1،250', ['USD 1,250.75', '50 €', '$1،250']],
    ['وهبط -3.5% و-2% وبـ-1%، كوفيد-19.', ['-3.5%', '-2%', '-1%']],
    ['انتهت (3-1) و(2010-2015) و(+964 770 123 4567)', ['(3-1)', '(2010-2015)', '(+964 770 123 4567)']],
    ['بنتيجة 7-6 (7-4)، (2-0 ثم 3-1)', ['7-6 (7-4)', '2-0', '3-1']],
    ['هاتف 0770 123 4567 و+44 (0)20 7946 0958', ['0770 123 4567', '+44 (0)20 7946 0958']],
    ['مبلغ 1 250 000 دينار', ['1 250 000']],
    ['في 2025 50 جنديا', []],
    ['بين 1200 - 1500 متر', ['1200 - 1500']],
    ['بتاريخ 2026-11-24T10:30 و2026-11-24 10:30', ['2026-11-24T10:30', '2026-11-24 10:30']],
    ['في 24 November 2026، 50 km', ['24 November 2026', '50 km']],
    ['ملف report-v2.1.pdf في C:\\Data', ['report-v2.1.pdf', 'C:\\Data']],
    ['قالت U.S. Army وشركة Johnson & Johnson', ['U.S. Army', 'Johnson & Johnson']],
    ['انظر https://ar.wikipedia.org/wiki/بغداد، ثم', ['https://ar.wikipedia.org/wiki/بغداد']],
    ['وسم #COP28_دبي يتصدر', []],
    ['المدة ٢٠١٠-٢٠١٥ ونسبة ٥٠٪ و٪٥٠ و+٥٫٥٪', []],
    ['هاتف ٠٧٧٠ ١٢٣ ٤٥٦٧', ['٠٧٧٠ ١٢٣ ٤٥٦٧']],
    ['شماره ۰۲۱-۸۸۷۷-۶۶۵۵', ['۰۲۱-۸۸۷۷-۶۶۵۵']],
    ['نحو ≈ 3.14 و± 0.5 و<5% و(≥ 18)', ['≈ 3.14', '± 0.5', '<5%', '(≥ 18)']],
    ['النسبة (<5%) و(>100)', ['(<5%)', '(>100)']],
    ['المجلد \\\\server\\data و/etc/passwd', ['\\\\server\\data', 'etc/passwd']],
    ['كتب <b>5</b> ثم a<5', ['/b']],
    ['بين 3‑1 و770‑123‑4567', ['3‑1', '770‑123‑4567']],
    ['3,5 %: و(1,234.56 $) و€ 5.', ['3,5 %', '(1,234.56 $)', '€ 5']],
    ['من 5 %–10 % إلى 5 $–10 $', ['5 %–10 %', '5 $–10 $']],
    ['بين 12.5-13.7 °C و7 °م و-3°م', ['12.5-13.7 °C', '-3']],
    ['y = 2x + 1 و1 USD = 1,310 IQD', ['y = 2x + 1', '1 USD = 1,310 IQD']],
    ['اطلب *100#، أو *#06#.', ['*100#', '*#06#']],
    ['قالت U.S. و10:30 p.m.، ثم قالت BBC.', ['U.S.', '10:30 p.m.']],
    ['راسل a@b.c. ثم example.org.', ['a@b.c', 'example.org']],
    ['تصنيف BBB- وفصيلة O-', ['BBB-', 'O-']],
    ['A- البند الأول', []],
    ['حساب @user_ و_BBC_', ['@user_']],
    ['كوب 1 1/2 ثم 5 17/20', ['1 1/2', '17/20']],
    ['بطاقة 4111 1111 1111 1234', ['4111 1111 1111 1234']],
    ['في 2023 2024 2025', []],
    ['فاز 6-4 3-6 7-6 (7-4) 6-2', ['6-4', '3-6', '7-6 (7-4)', '6-2']],
    ['مواقيت 04:52 06:20 11:50', ['04:52', '06:20', '11:50']],
    ['إذا كان >= 5 أو <=10 و!= $3 و(=> -2)', ['>= 5', '<=10', '!= $3', '(=> -2)']],
    ['حيث x == 4 و2 >= 1، لا a=>b ولا <b>=5', ['x == 4', '2 >= 1']],
    ['كتاب (The End of History?) و"What\'s next?"', ['(The End of History?)', "What's next?"]],
    ['برنامج “Who cares?!” و«What?» و[Why?]', ['Who cares?!', 'What?', '[Why?]']],
    ['سأل (من هو Ali?) وهل قرأت "Le Monde"?', []],
    ['نص عربي وحده', []],
  ])('finds in «%s»', (text, runs) => {
    expect(cut(text)).toEqual(runs)
  })
  it('overrides the direction of Arabic-Indic digits, which even an isolate would not turn', () => {
    expect(isolatesIn('هاتف ٠٧٧٠ ١٢٣ ٤٥٦٧')).toEqual([{ start: 5, end: 18, isOverride: true }])
    expect(isolatesIn('هاتف 0770 123 4567')).toEqual([{ start: 5, end: 18, isOverride: false }])
  })
  it('finds in a left-to-right line only numbers after Arabic letters', () => {
    expect(cut('C++ beat (3-1) أحمد', 'ltr')).toEqual([])
    expect(cut('With أحمد 3-1, and then 3-1', 'ltr')).toEqual(['3-1'])
    expect(cut('With أحمد 100 km/h and 5 EUR', 'ltr')).toEqual(['100 km/h'])
    expect(cut('With أحمد $1.5bn, 3-1', 'ltr')).toEqual(['$1.5bn', '3-1'])
    expect(cut('With أحمد 3-1 in May 3-1', 'ltr')).toEqual(['3-1 in'])
  })
  // Each is the worst input of a rule: brackets, signs, groups, beginnings of addresses.
  it.each([
    '(',
    '1 ',
    '+1 (',
    '1-',
    'a.',
    'a@',
    '#',
    '$ ',
    'www.',
    '1،',
    'a: ',
    '*1',
    '<',
    '≈ ',
    '1 1/2 ',
    '% ',
    'A-',
    '= a',
  ])(
    'reads a line of «%s» in time that grows with its length',
    async (part) => {
      const line = (size: number): string => `ب ${part.repeat(size / part.length)}`
      await expectLinear((size) => cut(line(size), 'rtl'))
      await expectLinear((size) => cut(line(size), 'ltr'))
    },
    60_000,
  )
  it('finds those of a line once while it is asked for again and again, and others for another text or direction', () => {
    const found = isolatesIn('فاز 3-1 أمس', 'rtl')
    expect(isolatesIn('فاز 3-1 أمس', 'rtl')).toBe(found)
    expect(cut('فاز 3-2 أمس')).toEqual(['3-2'])
    expect(cut('Won 3-1 أمس', 'rtl')).toEqual(['Won 3-1'])
    expect(cut('Won 3-1 أمس', 'ltr')).toEqual([])
  })
  it('gives runs in order that do not overlap, without spaces at their ends and without Arabic letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('أب 12+-()@#.a B&٣/:،')) }), (text) => {
        let last = 0
        for (const { start, end } of isolatesIn(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(start, end)).toMatch(/^[^\sأب](?:.*[^\sأب])?$/u)
          expect(text.slice(start, end)).not.toMatch(/[أب]/u)
          last = end
        }
      }),
    )
  })
})
