import type { List, ListItem } from '../../../article/block.ts'
import { listRuns, type ListRun } from '../../walk/list.ts'
import { words } from './inlines.ts'
import { block, html, type Attributes } from './markup.ts'

type Marked = (attributes: Attributes) => { attributes: Attributes; className: string[] }

const plain: Marked = (attributes) => ({ attributes, className: [] })

/**
 * Writes a list as nested blocks of WordPress.
 * @param marked gives the outermost list the mark of the post
 */
export function listBlock(list: List, language: string, marked: Marked): string[] {
  const content = (item: ListItem) => words(item, language)
  const markup = ({ ordered, items }: ListRun, mark: Marked): string => {
    const { attributes, className } = mark(ordered ? { ordered: true } : {})
    const tag = ordered ? 'ol' : 'ul'
    const classes = className.length === 0 ? '' : ` class="${className.join(' ')}"`
    const inner = items.map(({ item, below }) => {
      const deeper = below.map((run) => markup(run, plain)).join('\n\n')
      return block('list-item', {}, `<li>${html(...content(item))}${deeper}</li>`)
    })
    return block('list', attributes, `<${tag}${classes}>${inner.join('\n\n')}</${tag}>`)
  }
  const runs = listRuns(list, (item) => content(item).length > 0)
  return runs.map((run, index) => markup(run, index === 0 ? marked : plain))
}
