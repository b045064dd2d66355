import { expect, it } from 'vitest'
import { matchingNames, mentionQuery } from './mention-query.ts'

it('reads the name that is typed before the caret', () => {
  expect(mentionQuery('اسأل @سعا', 9)).toEqual({ start: 5, typed: 'سعا' })
  expect(mentionQuery('@', 1)).toEqual({ start: 0, typed: '' })
  expect(mentionQuery('@سعاد الأح', 10)).toEqual({ start: 0, typed: 'سعاد الأح' })
  expect(mentionQuery('إلى desk@example', 16)).toBeNull()
  expect(mentionQuery('@سعاد\nثم', 8)).toBeNull()
  expect(mentionQuery('@سعاد', 0)).toBeNull()
})

it('finds names by any of their words, however their letters are spelled', () => {
  const names = ['سعاد الأحمد', 'كريم', 'أحمد سعيد']
  expect(matchingNames(names, 'سع')).toEqual(['سعاد الأحمد', 'أحمد سعيد'])
  expect(matchingNames(names, 'احم')).toEqual(['أحمد سعيد'])
  expect(matchingNames(names, 'سعاد ال')).toEqual(['سعاد الأحمد'])
  expect(matchingNames(names, '')).toEqual(names)
  expect(matchingNames(names, ' ')).toEqual([])
  expect(matchingNames(names, 'كريم')).toEqual([])
})
