import { describe, expect, it } from 'vitest'
import { columnLines, goalSchema } from './goal.ts'

const letters = (text: string): number => text.length

describe('lines of a column', () => {
  it.each([
    [['كلمة'], 10, 1],
    [['كلمة كلمة'], 9, 1],
    [['كلمة كلمة'], 8, 2],
    [['كلمة كلمة كلمة', 'كلمة'], 9, 3],
    [['كلمةطويلةجدا كلمة'], 5, 2],
    [['', '   '], 10, 0],
    [[], 10, 0],
  ])('of %j at a width of %i are %i', (paragraphs, column, lines) => {
    expect(columnLines(paragraphs, column, letters)).toBe(lines)
  })
})

describe('a goal', () => {
  it('of lines has a column', () => {
    expect(goalSchema.safeParse({ unit: 'lines', amount: 40 }).success).toBe(false)
    expect(goalSchema.parse({ unit: 'words', amount: 300 })).toEqual({ unit: 'words', amount: 300 })
  })
})
