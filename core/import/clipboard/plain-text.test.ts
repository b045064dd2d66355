import { describe, expect, it } from 'vitest'
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
  it('of several headlines keeps each on its line', () => {
    const headlines = [
      'وزير الموارد المائية د. أحمد العلي يصل إلى البصرة لافتتاح الجسر',
      'مجلس النواب يقر الموازنة العامة بعد ثلاثة أشهر من الجدل؟',
      'انقطاع التيار الكهربائي عن خمس محافظات جنوبية منذ الصباح',
      'المنتخب الوطني يتأهل إلى نهائي البطولة بعد فوزه على ضيفه',
    ]
    expect(pastedLines(headlines.join('\n'))).toEqual(headlines)
  })
  it('of names or verses keeps its short lines', () => {
    expect(pastedLines('أحمد\nمحمد\nعلي\nفاطمة')).toEqual(['أحمد', 'محمد', 'علي', 'فاطمة'])
  })
})
