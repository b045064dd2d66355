import { describe, expect, it } from 'vitest'
import { mentionsIn, nameKey } from './mentions.ts'

const PEOPLE = ['سعاد', 'سعاد الأحمد', 'كريم', 'Sara Haddad']
const named = (text: string): string[] => mentionsIn(text, PEOPLE).map(({ name }) => name)

describe('mentions', () => {
  it('are found with their places, the longer name first', () => {
    expect(mentionsIn('اسألي @سعاد الأحمد و@كريم.', PEOPLE)).toEqual([
      { name: 'سعاد الأحمد', start: 6, end: 18 },
      { name: 'كريم', start: 20, end: 25 },
    ])
  })

  it('are found in any spelling, with harakat and white space as typed', () => {
    expect(named('@سعاد الاحمد')).toEqual(['سعاد الأحمد'])
    expect(named('@سُعَاد  الأحمد')).toEqual(['سعاد الأحمد'])
    expect(named('@سعاد\nالأحمد')).toEqual(['سعاد الأحمد'])
    expect(named('@sara haddad')).toEqual(['Sara Haddad'])
    expect(named('⁨@كريم⁩')).toEqual(['كريم'])
  })

  it('are not found in a longer word, in an address, or for an unknown name', () => {
    expect(named('@كريمة')).toEqual([])
    expect(named('mail@كريم')).toEqual([])
    expect(named('@ليلى')).toEqual([])
    expect(named('@ كريم')).toEqual([])
    expect(named('@سعاد الأحمدي')).toEqual(['سعاد'])
    expect(mentionsIn('@', ['', '  '])).toEqual([])
  })

  it('of equal names have one key', () => {
    expect([nameKey(' سعاد  الأحمد '), nameKey('سُعاد الاحمد')]).toEqual(['سعاد الاحمد', 'سعاد الاحمد'])
  })
})
