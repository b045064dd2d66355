import { describe, expect, it } from 'vitest'
import { withIsolateCharacters } from './isolate-characters.ts'
import { ruleIsolates, withoutIsolates, withoutRuleIsolates } from './read-isolates.ts'

const HEADLINE = 'فوز العراق 3-1 على الأردن (C++) و+964 770 123 4567'

describe('isolate characters', () => {
  it('go again when the text is read back', () => {
    const written = withIsolateCharacters(HEADLINE, 'rtl')
    expect(written).not.toBe(HEADLINE)
    expect(withoutRuleIsolates(written)).toBe(HEADLINE)
    expect(withoutIsolates(written)).toBe(HEADLINE)
  })
  it('stay where the writer set them', () => {
    expect(withoutRuleIsolates('قالت \u2066رويترز\u2069 إن النتيجة \u20663-1\u2069')).toBe(
      'قالت \u2066رويترز\u2069 إن النتيجة 3-1',
    )
    expect(ruleIsolates('\u2066\u2069 و\u2066 وحدها')).toEqual([])
  })
})
