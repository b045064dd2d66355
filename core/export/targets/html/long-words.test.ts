import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import { h } from '../../fields/html-element.ts'
import { htmlField } from './fields.ts'
import { withBreaks } from './long-words.ts'

const broken = (text: string): string => toHtml({ type: 'root', children: withBreaks([{ type: 'text', value: text }]) })

describe('withBreaks', () => {
  it('lets an address break after its signs, and a long part of it anywhere', () => {
    expect(broken('الموقع https://example.org/a-page/?id=abcdefghijklmnop اليوم')).toBe(
      'الموقع https://<wbr>example.<wbr>org/<wbr>a-<wbr>page/?<wbr>id=<wbr>abcdefghijkl<wbr>mnop اليوم',
    )
  })
  it('lets hashtags break between words, and never inside joined letters', () => {
    expect(broken('#الانتخابات_البرلمانية_العراقية')).toBe('#<wbr>الانتخابات_<wbr>البرلمانية_<wbr>العراقية')
  })
  it('leaves words and numbers of a usual length whole, and reaches into links and isolates', () => {
    expect(broken('والاستثمارات 1,250,000.75 example.org')).toBe('والاستثمارات 1,250,000.75 example.org')
    const link = h('a', { href: htmlField('href', 'https://x.example') }, [h('bdi', 'https://example.org/long/path')])
    expect(toHtml({ type: 'root', children: withBreaks([link]) })).toBe(
      '<a href="https://x.example"><bdi>https://<wbr>example.<wbr>org/<wbr>long/<wbr>path</bdi></a>',
    )
  })
})
