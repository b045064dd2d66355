import { describe, expect, it } from 'vitest'
import { languageOf } from './language.ts'

describe('languageOf', () => {
  it('speaks Arabic when the locale is Arabic', () => {
    expect(languageOf({ LANG: 'ar_IQ.UTF-8' })).toBe('ar')
    expect(languageOf({ LANG: 'ar' })).toBe('ar')
    expect(languageOf({ LC_ALL: '', LANG: 'ar_EG' })).toBe('ar')
  })
  it('speaks English otherwise', () => {
    expect(languageOf({})).toBe('en')
    expect(languageOf({ LANG: 'C.UTF-8' })).toBe('en')
    expect(languageOf({ LANG: 'arn_CL' })).toBe('en')
  })
  it('lets LC_ALL override LANG', () => {
    expect(languageOf({ LC_ALL: 'C', LANG: 'ar_IQ.UTF-8' })).toBe('en')
    expect(languageOf({ LC_ALL: 'ar_IQ.UTF-8', LANG: 'en_GB.UTF-8' })).toBe('ar')
  })
})
