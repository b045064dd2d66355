import { describe, expect, it } from 'vitest'
import { cutText } from './cut-text.ts'

describe('a text that is compared', () => {
  it('is whole when a window can show it', () => {
    const text = { title: 'عنوان', excerpt: 'مقدمة', blocks: ['أول', 'ثانٍ'] }
    expect(cutText(text)).toEqual({ text, isCut: false })
  })

  it('is its beginning when it is too long, over all its parts', () => {
    const text = { title: 'ع'.repeat(100_000), excerpt: '', blocks: ['أ'.repeat(150_000), 'ب'.repeat(16_000_000)] }
    expect(cutText(text)).toEqual({
      text: { title: 'ع'.repeat(100_000), excerpt: '', blocks: ['أ'.repeat(100_000)] },
      isCut: true,
    })
  })
})
