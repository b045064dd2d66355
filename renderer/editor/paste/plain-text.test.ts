import { describe, expect, it } from 'vitest'
import { isMarkdown, markdownToHtml } from './markdown.ts'
import { pastedLine, pastedLines } from './plain-text.ts'

describe('pasted text', () => {
  it('is split into its non-empty lines', () => {
    expect(pastedLines('أول\r\n\r\n  ثانٍ \u0000\nثالث')).toEqual(['أول', 'ثانٍ', 'ثالث'])
    expect(pastedLine('أول\n ثانٍ')).toBe('أول ثانٍ')
  })
  it('from a PDF gets its broken lines joined and its presentation forms replaced', () => {
    const pdf =
      'بحث رئيس الوزراء العراقي مصطفى الكاظمي مع وزيرة الخارجية\nالبريطانية ليز تراس دور بلاده في تعزيز استقرار المنطقة في\nلندن.\nوأكد الجانبان أهمية استمرار التعاون بين البلدين الصديقين في\nمختلف المجالات.'
    expect(pastedLines(pdf)).toEqual([
      'بحث رئيس الوزراء العراقي مصطفى الكاظمي مع وزيرة الخارجية البريطانية ليز تراس دور بلاده في تعزيز استقرار المنطقة في لندن.',
      'وأكد الجانبان أهمية استمرار التعاون بين البلدين الصديقين في مختلف المجالات.',
    ])
    expect(pastedLine('ﺑﻐﺪاد ﻻ')).toBe('بغداد لا')
  })
  it('of names or verses keeps its short lines', () => {
    expect(pastedLines('أحمد\nمحمد\nعلي\nفاطمة')).toEqual(['أحمد', 'محمد', 'علي', 'فاطمة'])
  })
})

describe('Markdown', () => {
  it('is detected only by unambiguous marks', () => {
    expect(isMarkdown('## عنوان\nنص')).toBe(true)
    expect(isMarkdown('- أول\n- ثانٍ')).toBe(true)
    expect(isMarkdown('انظر [هنا](https://example.org)')).toBe(true)
    expect(isMarkdown('- قال: نعم')).toBe(false)
    expect(isMarkdown('#بغداد والنجف')).toBe(false)
  })
  it('is pasted as plain text where it nests deeper than any text does', () => {
    expect(markdownToHtml(`${'> '.repeat(90)}عمق`)).toContain('عمق')
    expect(markdownToHtml(`${'> '.repeat(500)}عمق`)).toBeNull()
  })
  it('becomes HTML without the raw HTML in it', () => {
    expect(markdownToHtml('## عنوان\n\n**مهم** <script>x()</script>')).toBe(
      '<h2>عنوان</h2>\n<p><strong>مهم</strong> x()</p>',
    )
  })
})
