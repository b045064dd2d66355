import { expect, it } from 'vitest'
import { withIsolateCharacters } from './isolate-characters.ts'

it('puts isolate characters around what a right-to-left line would reorder', () => {
  expect(withIsolateCharacters('فوز العراق 3-1 و+964 770 123 أمس', 'rtl')).toBe(
    'فوز العراق \u20663-1\u2069 و\u2066+964 770 123\u2069 أمس',
  )
})

it('leaves a left-to-right line as it is', () => {
  expect(withIsolateCharacters('Iraq won 3-1', 'ltr')).toBe('Iraq won 3-1')
})
