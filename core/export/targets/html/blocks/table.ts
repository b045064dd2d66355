import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Table, TableRow } from '../../../../article/block.ts'
import { blockText } from '../../../../article/plain-text.ts'
import type { HtmlContext } from '../context.ts'
import { inlinesToHtml } from '../inlines.ts'
import { properties, separated } from './properties.ts'

function row(block: TableRow, cell: 'th' | 'td', context: HtmlContext): Element {
  const cells = block.children.map((each) =>
    h(
      cell,
      { ...properties(each, context), ...(cell === 'th' ? { scope: 'col' } : {}) },
      inlinesToHtml(each.children, each.dir),
    ),
  )
  return h('tr', properties(block, context), separated(cells))
}

/** @returns the table, its first row as headers where it names the columns; null for a table without words. */
export function tableToHtml(table: Table, context: HtmlContext): Element | null {
  if (blockText(table).trim() === '') return null
  const [first, ...rest] = table.children
  const headed = table.header && first !== undefined && rest.length > 0
  const head = headed ? [h('thead', separated([row(first, 'th', context)]))] : []
  const body = (headed ? rest : table.children).map((each) => row(each, 'td', context))
  return h('table', properties(table, context), separated([...head, h('tbody', separated(body))]))
}
