import { describe, expect, it } from 'vitest'
import { fromLocalInput, toLocalInput } from './local-input.ts'

describe('the input of the embargo', () => {
  it('converts to the input value and back', () => {
    expect(fromLocalInput(toLocalInput('2026-11-24T08:30:00.000Z'))).toBe('2026-11-24T08:30:00.000Z')
    expect(toLocalInput(null)).toBe('')
    expect(fromLocalInput('')).toBeNull()
  })
})
