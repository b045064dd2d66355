import { describe, expect, it } from 'vitest'
import { roleSchema, STATES } from './states.ts'
import { checkMove, editEffect, moves, needsNote } from './workflow.ts'

describe('moves', () => {
  it.each([
    ['draft', 'reporter', ['submitted']],
    ['submitted', 'reporter', ['draft']],
    ['submitted', 'editor', ['in-review', 'approved', 'returned', 'draft', 'killed']],
    ['in-review', 'reporter', []],
    ['in-review', 'editor', ['approved', 'returned', 'killed']],
    ['approved', 'editor', ['returned', 'draft', 'killed']],
    ['exported', 'editor', ['published', 'withdrawn', 'killed']],
    ['published', 'editor', ['corrected', 'withdrawn', 'killed']],
    ['corrected', 'editor', ['withdrawn', 'killed']],
    ['withdrawn', 'editor', ['draft', 'killed']],
    ['withdrawn', 'reporter', []],
    ['killed', 'editor', []],
  ] as const)('from %s for a %s', (state, role, expected) => {
    expect(moves(state, role)).toEqual(expected)
  })
})

describe('checkMove', () => {
  it('lets an editor approve at once what was submitted', () => {
    expect(checkMove('submitted', 'approved', 'editor', '')).toBeNull()
  })
  it('tells what is wrong', () => {
    expect(checkMove('draft', 'approved', 'editor', '')).toBe('illegal-move')
    expect(checkMove('submitted', 'approved', 'reporter', '')).toBe('role-not-allowed')
    expect(checkMove('in-review', 'returned', 'editor', '  ')).toBe('note-required')
    expect(checkMove('in-review', 'returned', 'editor', 'أضف مصدرًا')).toBeNull()
  })
  it('lets nobody export by moving, and nothing back from the dead', () => {
    for (const from of STATES) expect(checkMove(from, 'exported', 'editor', 'س')).toBe('illegal-move')
    for (const to of STATES) expect(checkMove('killed', to, 'editor', 'س')).toBe('illegal-move')
  })
  it('allows exactly what it offers', () => {
    for (const from of STATES)
      for (const to of STATES)
        for (const role of roleSchema.options)
          expect(checkMove(from, to, role, 'سبب') === null).toBe(moves(from, role).includes(to))
  })
  it('takes back only what is out, and only for a reason', () => {
    const from = STATES.filter((state) => checkMove(state, 'withdrawn', 'editor', 'سبب') === null)
    expect(from).toEqual(['exported', 'published', 'corrected'])
    expect(checkMove('published', 'withdrawn', 'editor', ' ')).toBe('note-required')
    expect(checkMove('published', 'withdrawn', 'reporter', 'سبب')).toBe('role-not-allowed')
    expect(checkMove('withdrawn', 'published', 'editor', 'سبب')).toBe('illegal-move')
  })
  it('wants a reason for sending back and for killing', () => {
    expect(needsNote('submitted', 'returned')).toBe(true)
    expect(needsNote('draft', 'killed')).toBe(true)
    expect(needsNote('draft', 'submitted')).toBe(false)
  })
})

describe('editEffect', () => {
  it('reopens what was approved or has left the house', () => {
    for (const state of ['returned', 'approved', 'exported', 'published', 'corrected', 'withdrawn'] as const)
      expect(editEffect(state, 'reporter')).toEqual({ allowed: true, becomes: 'draft' })
  })
  it('takes an article into review when an editor edits it', () => {
    expect(editEffect('submitted', 'editor')).toEqual({ allowed: true, becomes: 'in-review' })
    expect(editEffect('in-review', 'editor')).toEqual({ allowed: true, becomes: null })
  })
  it('keeps the reporter out meanwhile, and everyone out of what was killed', () => {
    expect(editEffect('submitted', 'reporter')).toEqual({ allowed: false, reason: 'submitted' })
    expect(editEffect('in-review', 'reporter')).toEqual({ allowed: false, reason: 'in-review' })
    expect(editEffect('killed', 'editor')).toEqual({ allowed: false, reason: 'killed' })
  })
})
