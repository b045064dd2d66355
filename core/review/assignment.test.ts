import { describe, expect, it } from 'vitest'
import { assignmentSchema, currentAssignment, isLate, type AssignmentEntry } from './assignment.ts'

const entry = (id: string, at: string, assignee: string): AssignmentEntry => ({
  ...{ id, at, assignee, by: 'كريم', role: 'editor', deadline: null, instruction: '' },
})

describe('an assignment', () => {
  it('is what the last entry says, in whatever order they are found', () => {
    const entries = [
      entry('e1', '2026-11-30T08:00:00.000Z', 'سعاد'),
      entry('e2', '2026-11-30T09:00:00.000Z', ''),
      entry('e3', '2026-11-30T09:00:00.000Z', 'ليلى'),
    ]
    expect(currentAssignment(entries).assignee).toBe('ليلى')
    expect(currentAssignment(entries.toReversed()).assignee).toBe('ليلى')
    expect(currentAssignment([])).toEqual({ assignee: '', deadline: null, instruction: '' })
  })

  it.each<[boolean, Parameters<typeof isLate>[1], string | null]>([
    [true, 'draft', '2026-11-30T07:59:59.999Z'],
    [true, 'in-review', '2026-11-30T07:59:59.999Z'],
    [false, 'approved', '2026-11-30T07:59:59.999Z'],
    [false, 'published', '2026-11-30T07:59:59.999Z'],
    [false, 'draft', '2026-11-30T08:00:00.000Z'],
    [false, 'draft', null],
  ])('is late: %s for a text that is %s and due at %s', (expected, state, deadline) => {
    expect(isLate(deadline, state, Date.parse('2026-11-30T08:00:00.000Z'))).toBe(expected)
  })

  it('has an instruction of 500 characters at most', () => {
    const given = { assignee: '', deadline: null, instruction: 'ا'.repeat(500) }
    expect(assignmentSchema.safeParse(given).success).toBe(true)
    expect(assignmentSchema.safeParse({ ...given, instruction: 'ا'.repeat(501) }).success).toBe(false)
    expect(assignmentSchema.safeParse({ ...given, deadline: 'غدًا' }).success).toBe(false)
  })
})
