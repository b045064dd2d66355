import { describe, expect, it } from 'vitest'
import { decodeBase64 } from './base64.ts'

describe('base64', () => {
  it.each([
    ['', ''],
    ['YQ==', 'a'],
    ['YWI=', 'ab'],
    ['YWJj', 'abc'],
  ])('stands for bytes: %j', (text, bytes) => {
    expect(decodeBase64(text).toString()).toBe(bytes)
  })

  it.each(['YQ', 'Y Q=', 'YQ=a', '====', 'أبجد', 'YWJjYQ==YWJj'])('is nothing else: %j', (text) => {
    expect(() => decodeBase64(text)).toThrow(expect.objectContaining({ code: 'invalid-input' }))
  })
})
