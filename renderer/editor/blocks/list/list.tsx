import type { List as ListBlock, ListItem as ListItemBlock } from '#core/article/block.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { Line, type BlockViewProps } from '../line.tsx'
import './list.css'

/** A bulleted or numbered list. */
export function List({ attributes, element, children }: BlockViewProps<ListBlock>) {
  const Tag = element.ordered ? 'ol' : 'ul'
  return (
    <Tag {...attributes} dir={element.dir} className="block-list" data-block="list">
      {children}
    </Tag>
  )
}

export function ListItem(props: BlockViewProps<ListItemBlock>) {
  const t = useT()
  return <Line {...props} as="li" className="block-list-item" hint={t('writing.listHint')} />
}
