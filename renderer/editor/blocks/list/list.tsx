import type { List as ListBlock, ListItem as ListItemBlock } from '#core/article/block.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { isEmptyLine } from '../../query.ts'
import type { BlockViewProps } from '../line.tsx'
import './list.css'

/** A bulleted or numbered list. Nested items are children of the same list, indented by CSS. */
export function List({ attributes, element, children }: BlockViewProps<ListBlock>) {
  const Tag = element.ordered ? 'ol' : 'ul'
  return (
    <Tag {...attributes} dir={element.dir} className="block-list" data-block="list">
      {children}
    </Tag>
  )
}

/** An item of a list, at its level. */
export function ListItem({ attributes, element, children }: BlockViewProps<ListItemBlock>) {
  const t = useT()
  return (
    <li
      {...attributes}
      dir={element.dir}
      className="block-list-item"
      data-block="list-item"
      data-depth={element.depth ?? 0}
      data-ordered={element.ordered}
      aria-level={(element.depth ?? 0) + 1}
      data-hint={isEmptyLine(element) ? t('writing.listHint') : undefined}
    >
      {children}
    </li>
  )
}
