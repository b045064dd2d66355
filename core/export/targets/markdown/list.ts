import type { List as MarkdownList, ListItem as MarkdownItem, RootContent } from 'mdast'
import type { List, ListItem } from '../../../article/block.ts'
import { listRuns, type ListRun } from '../../walk/list.ts'
import { turned, within, type MarkdownContext } from './context.ts'
import { inlinesToMarkdown } from './inlines.ts'

const words = ({ children, dir }: ListItem) => inlinesToMarkdown(children, dir)

function toList({ ordered, items }: ListRun): MarkdownList {
  const children = items.map(({ item, below }): MarkdownItem => {
    const line = words(item)
    const text = line.length === 0 ? [] : [{ type: 'paragraph' as const, children: line }]
    return { type: 'listItem', spread: false, children: [...text, ...below.map(toList)] }
  })
  return { type: 'list', ordered, spread: false, children }
}

/** @returns the list, with lists inside items; nothing for a list without words. */
export function listToMarkdown(list: List, context: MarkdownContext): RootContent[] {
  const content = listRuns(list, (item) => words(item).length > 0).map(toList)
  const turn = turned(list.dir, context)
  return turn === '' ? content : within('div', turn, content)
}
