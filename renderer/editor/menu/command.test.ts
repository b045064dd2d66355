import { describe, expect, it } from 'vitest'
import { matching } from './command.ts'

const commands = [
  { name: 'قائمة نقطية', words: 'bullets' },
  { name: 'عنوان فرعي', words: 'subhead heading' },
  { name: 'إطار معلومات', words: 'factbox خلفية' },
]
const names = (typed: string) => matching(commands, typed).map(({ name }) => name)

describe('a command', () => {
  it('is found by the beginnings of its names, in both languages, whatever the hamza', () => {
    expect(names('اطار')).toEqual(['إطار معلومات'])
    expect(names('نقط')).toEqual(['قائمة نقطية'])
    expect(names('HEAD')).toEqual(['عنوان فرعي'])
    expect(names('عن فر')).toEqual(['عنوان فرعي'])
    expect(names('لا شيء')).toEqual([])
  })
  it('is one of all while nothing is typed', () => {
    expect(names(' ')).toHaveLength(3)
  })
})
