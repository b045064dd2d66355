import fc from 'fast-check'
import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import type { Encoded } from './fields/sorts.ts'
import { x, xmlDocument, xmlText } from './xml.ts'

/** A text as a wrong encoder would give it: the writer escapes it all the same. */
const given = (text: string): Encoded<'run'> => text as Encoded<'run'>

describe('xmlDocument', () => {
  it('escapes what would end a text or an attribute', () => {
    expect(xmlDocument(x('a', { b: '"<&>\n\t', c: null }, given(']]>&amp;<b>\u0000\u0008'), x('d')))).toBe(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        '<a b="&quot;&lt;&amp;&gt;&#10;&#9;">]]&gt;&amp;amp;&lt;b&gt;<d/></a>\n',
    )
  })
  it('keeps the separator of lines apart from a newline', () => {
    expect(xmlDocument(x('a', {}, given('ا\u2028ب')))).toContain('<a>ا&#8232;ب</a>')
  })
  it('is well-formed whatever stands in it, and says the same to its reader', () => {
    const text = fc.string({ unit: 'binary' })
    fc.assert(
      fc.property(text, text, (value, content) => {
        const root = new DOMParser().parseFromString(
          xmlDocument(x('a', { b: value }, given(content))),
          'text/xml',
        ).documentElement
        expect(root?.textContent).toBe(xmlText(content))
        expect(root?.getAttribute('b')).toBe(xmlText(value))
      }),
      { numRuns: 300 },
    )
  })
  it('drops half a pair, and turns a return into a newline', () => {
    expect(xmlText('ا\uD800ب\r\nج\rد\uFFFF')).toBe('اب\nج\nد')
    expect(xmlText('ا\vب\fج')).toBe('ا\nب\nج')
  })
})
