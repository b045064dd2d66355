import { describe, expect, it } from 'vitest'
import { namedPerson } from './first-person.ts'

describe('namedPerson', () => {
  it('reads a name and a role, and takes whoever gives no role for a reporter', () => {
    expect(namedPerson({ name: ' سعاد ' })).toEqual({ name: 'سعاد', role: 'reporter' })
    expect(namedPerson({ name: 'كريم', role: 'editor' })).toEqual({ name: 'كريم', role: 'editor' })
    expect(namedPerson({ role: 'editor' })).toBeNull()
  })
  it.each([{ name: ' ' }, { name: 'سعاد', role: 'boss' }])('refuses %j', (values) => {
    expect(() => namedPerson(values)).toThrow('invalid-input')
  })
})
