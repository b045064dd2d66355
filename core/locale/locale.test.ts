import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { ar } from './ar/index.ts'
import { en } from './en/index.ts'
import { refusalWords } from './refusal.ts'
import { translator } from './translate.ts'

type Tables = Record<string, Record<string, string>>

describe.each<[string, Tables]>([
  ['ar', ar],
  ['en', en],
])('the words in %s', (language, tables) => {
  it('are complete, and are valid ICU messages', () => {
    for (const [topic, messages] of Object.entries(tables)) {
      for (const [name, message] of Object.entries(messages)) {
        expect(message.trim(), `${topic}.${name}`).not.toBe('')
        expect(
          () => new IntlMessageFormat(message, language, undefined, { ignoreTag: true }),
          `${topic}.${name}`,
        ).not.toThrow()
      }
    }
  })
  it('have the same keys as the other language', () => {
    const keys = (all: Tables): string[] =>
      Object.entries(all).flatMap(([topic, each]) => Object.keys(each).map((key) => `${topic}.${key}`))
    expect(keys(tables).toSorted()).toEqual(keys(ar).toSorted())
  })
})

describe('translator', () => {
  it('counts in Arabic, in the digits of the house', () => {
    const t = translator('ar', 'arab')
    expect([0, 1, 2, 3, 11, 100].map((count) => t('common.words', { count }))).toEqual([
      'لا كلمات',
      'كلمة واحدة',
      'كلمتان',
      '٣ كلمات',
      '١١ كلمة',
      '١٠٠ كلمة',
    ])
  })
})

describe('refusalWords', () => {
  it('names the states of an illegal move', () => {
    expect(refusalWords('illegal-move', { from: 'in-review', to: 'exported' }, translator('ar', 'latn'))).toBe(
      'لا تنتقل المقالة من «قيد المراجعة» إلى «مصدَّرة» مباشرة. صدّرها لتصبح مصدَّرة.',
    )
    expect(refusalWords('illegal-move', { from: 'draft', to: 'draft' }, translator('ar', 'latn'))).toBe(
      'المقالة «مسودة» أصلًا.',
    )
    expect(refusalWords('illegal-move', { from: 'draft', to: 'approved' }, translator('en', 'latn'))).toBe(
      'An article cannot go from “Draft” straight to “Approved”. Choose one of the steps that its state allows now.',
    )
  })
  it('names the step that the checklist stops, and what the house requires for it', () => {
    const words = (step: string, checks: string, language: 'ar' | 'en') =>
      refusalWords('checks-failed', { id: 'a', step, checks }, translator(language, 'latn'))
    expect(words('approval', 'no-section,no-credit', 'ar')).toBe(
      'لا تُعتمد المقالة قبل أن يكتمل فيها ما تشترطه الدار: قسم، مصدر لكل صورة. أكمله ثم اعتمدها؛ وتدل قائمة التحقق في شاشة التصدير على مواضعه.',
    )
    expect(words('export', 'no-body', 'ar')).toContain('لا تُصدَّر المقالة ولا تُرسل قبل أن يكتمل فيها ما تشترطه الدار: متن.')
    expect(words('correction', 'no-correction-text,of-a-newer-midad', 'en')).toBe(
      'The article cannot be marked as corrected before it has what the house requires: text of the correction, of-a-newer-midad. Add the correction to it, approve and send it, then try again. The checklist on the export screen shows where.',
    )
  })
  it('does not name the export screen on that very screen', () => {
    const params = { id: 'a', step: 'export', checks: 'no-body', isBeside: 'yes' }
    expect(refusalWords('checks-failed', params, translator('ar', 'latn'))).toMatch(
      /؛ وتدل قائمة التحقق هنا على مواضعه\.$/u,
    )
    expect(refusalWords('checks-failed', params, translator('en', 'latn'))).toMatch(
      /The checklist here shows where\.$/u,
    )
  })
  it('words a refusal without states', () => {
    expect(refusalWords('folder-missing', { path: '/x' }, translator('en', 'latn'))).toContain('/x')
  })
})
