import { expect, it } from 'vitest'
import { isolatedByCharacters, withIsolateCharacters } from './isolate-characters.ts'

it('puts isolate characters around what a right-to-left line would reorder', () => {
  expect(withIsolateCharacters('فوز العراق 3-1 و+964 770 123 أمس', 'rtl')).toBe(
    'فوز العراق \u20663-1\u2069 و\u2066+964 770 123\u2069 أمس',
  )
})

it('overrides the direction of a telephone in Arabic-Indic digits inside its isolate, and of nothing else', () => {
  expect(withIsolateCharacters('هاتف ٠٧٧٠ ١٢٣ ٤٥٦٧ و3-1', 'rtl')).toBe(
    'هاتف \u2066\u202D٠٧٧٠ ١٢٣ ٤٥٦٧\u202C\u2069 و\u20663-1\u2069',
  )
  expect(isolatedByCharacters('F-١٦', true)).toBe('\u2066\u202DF-١٦\u202C\u2069')
  expect(isolatedByCharacters('F-16', false)).toBe('\u2066F-16\u2069')
})

it('isolates neighbours each by itself', () => {
  expect(withIsolateCharacters('بين 3-1 2-0', 'rtl')).toBe('بين \u20663-1\u2069 \u20662-0\u2069')
})

it('leaves a left-to-right line as it is', () => {
  expect(withIsolateCharacters('Iraq won 3-1', 'ltr')).toBe('Iraq won 3-1')
})
