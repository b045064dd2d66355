import { expect, it } from 'vitest'
import { spreadCells, type SpanningCell } from './spread-cells.ts'

const cell = (name: string, columns = 1, rows = 1): SpanningCell<string> => ({ cell: name, columns, rows })
const spread = (...groups: SpanningCell<string>[][][]): string[] =>
  spreadCells(groups, 100).map((row) => row.map((each) => each ?? '-').join(' '))

it('keeps cells in their columns beside and below merged ones', () => {
  expect(
    spread([
      [cell('أ', 1, 2), cell('ب', 2)],
      [cell('ج'), cell('د')],
      [cell('ه', 1), cell('و', 1), cell('ز', 1)],
    ]),
  ).toEqual(['أ ب -', '- ج د', 'ه و ز'])
})

it('ends a cell with its group, where it also reaches without a number of rows', () => {
  expect(spread([[cell('أ', 1, 9), cell('ب')]], [[cell('ج'), cell('د')]])).toEqual(['أ ب', 'ج د'])
  expect(spread([[cell('أ', 1, 0), cell('ب')], [cell('ج')]], [[cell('د'), cell('ه')]])).toEqual(['أ ب', '- ج', 'د ه'])
})

it('leaves out columns and rows in which no cell begins', () => {
  expect(spread([[cell('عنوان', 1000)], [cell('أ'), cell('ب')]])).toEqual(['عنوان -', 'أ ب'])
  expect(spread([[cell('أ', 2, 2), cell('ب', 1, 2)], [], [cell('ج'), cell('د'), cell('ه')]])).toEqual([
    'أ - ب',
    'ج د ه',
  ])
})

it('leaves a table as it is that would have too many columns or cells', () => {
  const wide = Array.from({ length: 3 }, (_, at) => cell(String(at), 600))
  expect(spread([wide])).toEqual(['0 1 2'])
  const stairs = Array.from({ length: 20 }, (_, at) => [cell(String(at), 1, 20)])
  expect(spread(stairs)).toEqual(stairs.map((_row, at) => String(at)))
})
