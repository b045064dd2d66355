import type { Element } from 'hast'
import { h } from '../../../fields/html-element.ts'
import type { Table, TableRow } from '../../../../article/block.ts'
import { tableParts } from '../../../walk/table.ts'
import type { HtmlContext } from '../context.ts'
import { inlinesToHtml } from '../inlines.ts'
import { withBreaks } from '../long-words.ts'
import { properties, separated } from './properties.ts'

/** @param scopeOf what the cell at an index names; null for nothing */
function row(block: TableRow, scopeOf: (index: number) => 'col' | 'row' | null, context: HtmlContext): Element {
  const cells = block.children.map((each, index) => {
    const scope = scopeOf(index)
    return h(
      scope === null ? 'td' : 'th',
      { ...properties(each, context), ...(scope === null ? {} : { scope }) },
      withBreaks(inlinesToHtml(each.children, each.dir)),
    )
  })
  return h('tr', properties(block, context), separated(cells))
}

/** @returns the table; a first row that names the columns becomes its head. */
export function tableToHtml(table: Table, context: HtmlContext): Element[] {
  const { head, body, isNamed } = tableParts(table)
  const names = head.map((each) => h('thead', separated([row(each, () => 'col', context)])))
  const nameOf = (index: number): 'row' | null => (isNamed && index === 0 ? 'row' : null)
  const rows = h('tbody', separated(body.map((each) => row(each, nameOf, context))))
  return [h('table', properties(table, context), separated([...names, rows]))]
}
