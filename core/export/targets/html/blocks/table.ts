import type { Element } from 'hast'
import { h } from '../../../fields/html-element.ts'
import type { Table, TableRow } from '../../../../article/block.ts'
import { tableParts } from '../../../walk/table.ts'
import type { HtmlContext } from '../context.ts'
import { inlinesToHtml } from '../inlines.ts'
import { withBreaks } from '../long-words.ts'
import { properties, separated } from './properties.ts'

function row(block: TableRow, cell: 'th' | 'td', context: HtmlContext): Element {
  const cells = block.children.map((each) =>
    h(
      cell,
      { ...properties(each, context), ...(cell === 'th' ? { scope: 'col' as const } : {}) },
      withBreaks(inlinesToHtml(each.children, each.dir)),
    ),
  )
  return h('tr', properties(block, context), separated(cells))
}

/** @returns the table; a first row that names the columns becomes its head. */
export function tableToHtml(table: Table, context: HtmlContext): Element[] {
  const { head, body } = tableParts(table)
  const names = head.map((each) => h('thead', separated([row(each, 'th', context)])))
  const rows = h('tbody', separated(body.map((each) => row(each, 'td', context))))
  return [h('table', properties(table, context), separated([...names, rows]))]
}
