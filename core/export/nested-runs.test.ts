import { describe, expect, it } from 'vitest'
import type { Direction } from '../article/block.ts'
import type { Inline } from '../article/inline.ts'
import { nestedRuns, type Nesting } from './nested-runs.ts'
import { runsOf } from './text-runs.ts'

const around =
  (name: string) =>
  (content: string[]): string =>
    `<${name}>${content.join('')}</${name}>`

const NESTING: Nesting<string> = {
  text: (text) => (text === '' ? [] : [text]),
  mark: { bold: around('b'), italic: around('i'), underline: around('u') },
  link: (url, content) => `<a ${url}>${content.join('')}</a>`,
  written: around('ltr'),
  byRule: ({ isOverride }, content) => around(isOverride ? 'override' : 'isolate')(content),
}

const nested = (children: Inline[], dir: Direction = 'rtl'): string =>
  nestedRuns(runsOf(children, dir), NESTING).join('')

const link = (text: string): Inline => ({ type: 'link', url: 'https://x.org/', children: [{ text }] })

describe('nestedRuns', () => {
  it('nests marks in one order, and nothing around no text', () => {
    expect(nested([{ text: 'كل', underline: true, bold: true, italic: true }])).toBe('<b><i><u>كل</u></i></b>')
    expect(
      nested([
        { text: '', bold: true },
        { type: 'ltr', children: [{ text: '' }] },
      ]),
    ).toBe('')
  })
  it('puts an isolate of one text inside its marks and its link', () => {
    expect(nested([{ text: 'فاز 3-1 أمس', bold: true }])).toBe('<b>فاز <isolate>3-1</isolate> أمس</b>')
    expect(nested([link('فاز 3-1')])).toBe('<a https://x.org/>فاز <isolate>3-1</isolate></a>')
  })
  it('puts one isolate around the marks that divide it', () => {
    expect(nested([{ text: 'فاز 3' }, { text: '-', bold: true }, { text: '1 أمس' }])).toBe(
      'فاز <isolate>3<b>-</b>1</isolate> أمس',
    )
  })
  it('divides a link that reaches out of an isolate', () => {
    expect(nested([{ text: 'فاز 3' }, link('-1 أمس')])).toBe(
      'فاز <isolate>3<a https://x.org/>-1</a></isolate><a https://x.org/> أمس</a>',
    )
  })
  it('gives each of two divided neighbours an isolate of its own', () => {
    expect(
      nested([
        { text: 'بين 3' },
        { text: '-', bold: true },
        { text: '1 2' },
        { text: '-', bold: true },
        { text: '0 أمس' },
      ]),
    ).toBe('بين <isolate>3<b>-</b>1</isolate> <isolate>2<b>-</b>0</isolate> أمس')
    expect(nested([{ text: 'بين 3' }, link('-1 2'), { text: '-0 أمس' }])).toBe(
      'بين <isolate>3<a https://x.org/>-1</a></isolate><a https://x.org/> </a><isolate><a https://x.org/>2</a>-0</isolate> أمس',
    )
  })
  it('overrides a divided telephone in Arabic-Indic digits as a whole', () => {
    expect(nested([{ text: '٠٧٧٠-' }, { text: '١٢٣', italic: true }, { text: '-٤٥٦٧' }])).toBe(
      '<override>٠٧٧٠-<i>١٢٣</i>-٤٥٦٧</override>',
    )
  })
  it('leaves what the writer isolated to itself', () => {
    expect(nested([{ text: 'فاز 3' }, { type: 'ltr', children: [{ text: '-1' }] }])).toBe('فاز 3<ltr>-1</ltr>')
  })
})
