import type { List, ListItem } from '../../../article/block.ts'
import { listRuns, type ListRun } from '../../walk/list.ts'
import { words } from './inlines.ts'
import { h } from '../../fields/html-element.ts'
import type { WordpressHtml } from '../../fields/sorts.ts'
import { block, html, joined, raw, type Attributes } from './markup.ts'

type Marked = (attributes: Attributes) => { attributes: Attributes; className: string[] }

const plain: Marked = (attributes) => ({ attributes, className: [] })

/**
 * Writes a list as nested blocks of WordPress.
 * @param marked gives the outermost list the mark of the post
 */
export function listBlock(list: List, language: string, marked: Marked): WordpressHtml[] {
  const content = (item: ListItem) => words(item, language)
  const markup = ({ ordered, items }: ListRun, mark: Marked): WordpressHtml => {
    const { attributes, className } = mark(ordered ? { ordered: true } : {})
    const tag = ordered ? 'ol' : 'ul'
    const inner = items.map(({ item, below }) => {
      const deeper = joined(below.map((run) => markup(run, plain)))
      return block('list-item', {}, html(h('li', [...content(item), ...raw(deeper)])))
    })
    const classes = className.length === 0 ? {} : { className }
    return block('list', attributes, html(h(tag, classes, raw(joined(inner)))))
  }
  const runs = listRuns(list, (item) => content(item).length > 0)
  return runs.map((run, index) => markup(run, index === 0 ? marked : plain))
}
