import { describe, expect, it } from 'vitest'
import { answerText } from './output.ts'

const HEADLINE = 'عنوان \u001B[31mأحمر\u001B]0;x\u0007 \u009B2J\u007F و\u202Eمعكوس\u202C'

describe('the answer of a command', () => {
  it('has nothing that a terminal obeys, whatever the words are', () => {
    const lines = [`7e24\t${HEADLINE}`, 'نص ثانٍ']
    expect(answerText({ value: null, lines }, false)).toBe('7e24\tعنوان [31mأحمر]0;x 2J ومعكوس\nنص ثانٍ')
  })
  it('has the very words in JSON, escaped', () => {
    const text = answerText({ value: { headline: HEADLINE }, lines: [] }, true)
    expect(JSON.parse(text)).toEqual({ headline: HEADLINE })
    expect(text).not.toMatch(/(?!\n)\p{Cc}/u)
    expect(text).toContain(String.raw`\u009b2J\u007f`)
  })
})
