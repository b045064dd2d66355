import { describe, expect, it } from 'vitest'
import type { ImportedLine } from '#core/import/text/lines.ts'
import { countRoles, withRole } from './roles.ts'

const lines: ImportedLine[] = [
  { line: 1, text: 'عنوان', role: 'headline', reason: null },
  { line: 2, text: '57', role: 'dropped', reason: 'counter' },
]

describe('withRole', () => {
  it('restores a dropped line without a reason', () => {
    expect(withRole(lines, 1, 'paragraph')[1]).toEqual({ line: 2, text: '57', role: 'paragraph', reason: null })
  })
  it('marks a line as dropped by hand', () => {
    expect(withRole(lines, 0, 'dropped')[0]?.reason).toBe('by-hand')
  })
})

describe('countRoles', () => {
  it('counts the lines of each role', () => {
    expect(countRoles(lines)).toEqual({ paragraphs: 0, subheads: 0, dropped: 1 })
  })
})
