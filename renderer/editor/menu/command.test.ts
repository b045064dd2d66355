import { describe, expect, it } from 'vitest'
import { matching } from './command.ts'

const commands = [
  { name: 'قائمة نقطية', words: 'bullets' },
  { name: 'عنوان فرعي', words: 'subhead heading' },
  { name: 'إطار معلومات', words: 'factbox خلفية' },
]
const names = (typed: string) => matching(commands, typed).map(({ name }) => name)

describe('a command', () => {
  it('matches prefixes of its words in both languages, with any form of hamza', () => {
    expect(names('اطار')).toEqual(['إطار معلومات'])
    expect(names('نقط')).toEqual(['قائمة نقطية'])
    expect(names('HEAD')).toEqual(['عنوان فرعي'])
    expect(names('عن فر')).toEqual(['عنوان فرعي'])
    expect(names('لا شيء')).toEqual([])
  })
  it('matches when nothing is typed', () => {
    expect(names(' ')).toHaveLength(3)
  })
})
