import { describe, expect, it } from 'vitest'
import { mediaTopic, mediaTopicName } from './media-topics.ts'

describe('media topics', () => {
  it('of the top have names in Arabic and English', () => {
    expect(mediaTopicName('medtop:11000000', 'ar')).toBe('سياسة وحكم')
    expect(mediaTopicName('medtop:11000000', 'ar-IQ')).toBe('سياسة وحكم')
    expect(mediaTopicName('medtop:17000000', 'ckb')).toBe('weather')
    for (let top = 1; top <= 17; top += 1) {
      const code = `medtop:${String(top).padStart(2, '0')}000000`
      expect(mediaTopicName(code, 'ar'), code).toMatch(/^[\u0621-\u064A ]+$/u)
    }
  })
  it('below it, and words of a house, have none', () => {
    expect(mediaTopic('medtop:20000002')).toEqual({ digits: '20000002', names: [] })
    expect(mediaTopicName('medtop:20000002', 'ar')).toBe('')
    expect(mediaTopic('بيتي')).toEqual({ word: 'بيتي' })
    expect(mediaTopic('medtop:1')).toEqual({ word: 'medtop:1' })
  })
})
