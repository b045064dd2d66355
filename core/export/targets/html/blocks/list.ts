import type { Element } from 'hast'
import { h, type HtmlAttributes } from '../../../fields/html-element.ts'
import type { List } from '../../../../article/block.ts'
import { listRuns, type ListRun } from '../../../walk/list.ts'
import { blockLanguage, type HtmlContext } from '../context.ts'
import { inlinesToHtml } from '../inlines.ts'
import { properties, separated } from './properties.ts'

/** @returns the list, with lists inside items; nothing for a list without words. */
export function listToHtml(list: List, context: HtmlContext): Element[] {
  const attributes = { dir: list.dir, lang: blockLanguage(list.dir, context.language) }
  const element = ({ ordered, items }: ListRun, own: HtmlAttributes): Element =>
    h(
      ordered ? 'ol' : 'ul',
      own,
      separated(
        items.map(({ item, below }) =>
          h('li', properties(item, context), [
            ...inlinesToHtml(item.children, item.dir),
            ...separated(below.map((run) => element(run, attributes))),
          ]),
        ),
      ),
    )
  const [first, ...others] = listRuns(list, (item) => inlinesToHtml(item.children, item.dir).length > 0)
  if (first === undefined) return []
  return [element(first, properties(list, context)), ...others.map((run) => element(run, attributes))]
}
