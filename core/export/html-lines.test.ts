import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlLines } from './html-lines.ts'

describe('htmlLines', () => {
  it('has a line for each block, without its elements', () => {
    const html =
      '<!-- wp:paragraph --><p dir="rtl"><span lang="ar">قال «نعم» &amp; <strong>مضى</strong></span></p><ul><li>واحد</li><li>اثنان</li></ul>سطر<br/>آخر'
    expect(htmlLines(html)).toEqual(['قال «نعم» & مضى', 'واحد', 'اثنان', 'سطر', 'آخر'])
  })
  it('shows nothing that could run', () => {
    expect(htmlLines('<script>alert(1)</script><p onclick="x">نص&#1583;&#x644;&#0;</p><style>p{}</style>')).toEqual([
      'نصدل&#0;',
    ])
  })
  it('takes any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const line of htmlLines(text)) expect(line.trim()).toBe(line)
      }),
    )
  })
})
