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
  it('lets an editor approve a submitted article directly', () => {
    expect(checkMove('submitted', 'approved', 'editor', '')).toBeNull()
  })
  it('returns the reason for a refusal', () => {
    expect(checkMove('draft', 'approved', 'editor', '')).toBe('illegal-move')
    expect(checkMove('submitted', 'approved', 'reporter', '')).toBe('role-not-allowed')
    expect(checkMove('in-review', 'returned', 'editor', '  ')).toBe('note-required')
    expect(checkMove('in-review', 'returned', 'editor', 'أضف مصدرًا')).toBeNull()
  })
  it('allows no move to exported, and none from killed', () => {
    for (const from of STATES) expect(checkMove(from, 'exported', 'editor', 'س')).toBe('illegal-move')
    for (const to of STATES) expect(checkMove('killed', to, 'editor', 'س')).toBe('illegal-move')
  })
  it('allows exactly the moves that `moves` lists', () => {
    for (const from of STATES)
      for (const to of STATES)
        for (const role of roleSchema.options)
          expect(checkMove(from, to, role, 'سبب') === null).toBe(moves(from, role).includes(to))
  })
  it('allows withdrawing only what was exported, and only with a note', () => {
    const from = STATES.filter((state) => checkMove(state, 'withdrawn', 'editor', 'سبب') === null)
    expect(from).toEqual(['exported', 'published', 'corrected'])
    expect(checkMove('published', 'withdrawn', 'editor', ' ')).toBe('note-required')
    expect(checkMove('published', 'withdrawn', 'reporter', 'سبب')).toBe('role-not-allowed')
    expect(checkMove('withdrawn', 'published', 'editor', 'سبب')).toBe('illegal-move')
  })
  it('requires a note for returning and killing', () => {
    expect(needsNote('submitted', 'returned')).toBe(true)
    expect(needsNote('draft', 'killed')).toBe(true)
    expect(needsNote('draft', 'submitted')).toBe(false)
  })
})

describe('editEffect', () => {
  it('makes a draft of what was approved or exported', () => {
    for (const state of ['returned', 'approved', 'exported', 'published', 'corrected', 'withdrawn'] as const)
      expect(editEffect(state, 'reporter')).toEqual({ allowed: true, becomes: 'draft' })
  })
  it('moves a submitted article into review when an editor edits it', () => {
    expect(editEffect('submitted', 'editor')).toEqual({ allowed: true, becomes: 'in-review' })
    expect(editEffect('in-review', 'editor')).toEqual({ allowed: true, becomes: null })
  })
  it('refuses a reporter during review, and everyone after killing', () => {
    expect(editEffect('submitted', 'reporter')).toEqual({ allowed: false, reason: 'submitted' })
    expect(editEffect('in-review', 'reporter')).toEqual({ allowed: false, reason: 'in-review' })
    expect(editEffect('killed', 'editor')).toEqual({ allowed: false, reason: 'killed' })
  })
})
