import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isolatesIn } from './isolates.ts'

const cut = (text: string) => isolatesIn(text).map(({ start, end }) => text.slice(start, end))

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
    ['2500 جندي و3.5 و50% و1,200', []],
    ['نص عربي وحده', []],
  ])('finds in «%s»', (text, runs) => {
    expect(cut(text)).toEqual(runs)
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
