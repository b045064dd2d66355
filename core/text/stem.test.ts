import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from './fold.ts'
import { stem } from './stem.ts'

const stems = (words: string): string[] => [...new Set(words.split(' ').map((word) => stem(fold(word))))]

describe('stem', () => {
  it.each([
    ['وزير', 'وزير الوزير وزراء والوزراء وزيرا وزيران للوزير وزيرة بالوزير وزيرهم'],
    ['حكومه', 'حكومة الحكومة حكومات الحكومات حكومتهم حكومي الحكومية'],
    ['كاظم', 'كاظمي الكاظمي والكاظمي'],
    ['بغداد', 'بغداد ببغداد لبغداد وبغداد'],
    ['ولايه', 'ولاية ولايات والولايات'],
    ['وكاله', 'وكالة الوكالة وكالات وكالتها'],
    ['سياسه', 'سياسة سياسي سياسية السياسيين'],
    ['فرنسا', 'فرنسا فرنسي الفرنسية بفرنسا'],
    ['يعلن', 'يعلن سيعلن وسيعلن يعلنون'],
    ['شارع', 'شارع شوارع الشوارع وشوارعها'],
    ['حقيبه', 'حقيبة حقائب بحقائبه حقيبتين حقيبتها'],
    ['دوره', 'دورة دورات دورتها الدورتين'],
    ['دور', 'دور الدور دورها أدوار'],
    ['تصعيد', 'تصعيد بتصعيد وبتصعيد للتصعيد تصعيدا'],
    ['قال', 'قال قالت قالوا وقال'],
  ])('brings inflections to «%s»', (expected, words) => {
    expect(stems(words)).toEqual([expected])
  })
  it('distinguishes words that only look alike', () => {
    expect(stems('وزير زير فريق ريق سلام سلم مصر مصرف كتاب كاتب مكتب')).toHaveLength(11)
  })
  it('keeps Latin words and numbers', () => {
    expect(stem('covid-19')).toBe('covid-19')
    expect(stem('2026')).toBe('2026')
  })
  it('is never empty and never longer than one letter more than the word', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهويء')), minLength: 1 }),
        (word) => {
          const result = stem(word)
          expect(result.length).toBeGreaterThan(0)
          expect(result.length).toBeLessThanOrEqual(word.length + 1)
        },
      ),
    )
  })
})
