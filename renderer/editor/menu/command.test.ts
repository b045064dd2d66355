import { describe, expect, it } from 'vitest'
import { translator } from '#core/locale/translate.ts'
import { ACTIONS } from '../actions/actions.ts'
import { commandOf, matching } from './command.ts'

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
  it('of the editor is not found by a word of an article that it does not have', () => {
    const t = translator('ar', 'latn')
    const all = ACTIONS.map((action) => commandOf(action, t, () => {}))
    for (const typed of ['الوزراء', 'الوز', 'وزراء', 'المفوضية']) expect(matching(all, typed)).toEqual([])
    expect(matching(all, 'كرر').map(({ name }) => name)).toEqual(['كرّر'])
  })
  it('is found by the article alone only if its name has one', () => {
    const all = [
      { name: 'كرّر', words: 'كرر انسخ الفقرة' },
      { name: 'احذف الكتلة', words: 'الفقرة' },
      { name: 'الإعدادات', words: 'settings' },
    ]
    const found = (typed: string) => matching(all, typed).map(({ name }) => name)
    expect(found('ال')).toEqual(['الإعدادات', 'احذف الكتلة'])
    expect(found('الف')).toEqual(['كرّر', 'احذف الكتلة'])
  })
  it('matches when nothing is typed', () => {
    expect(names(' ')).toHaveLength(3)
  })
})
