import type { ReactNode } from 'react'
import type { RenderElementProps } from 'slate-react'
import type { TextBlock } from '#core/article/block.ts'
import { isEmptyLine } from '../query.ts'

/** The props that Slate passes to the component of a block type. */
export type BlockViewProps<B> = { attributes: RenderElementProps['attributes']; element: B; children: ReactNode }

type LineProps<B extends TextBlock> = BlockViewProps<B> & {
  as: 'div' | 'h1' | 'h2' | 'h3' | 'p' | 'td' | 'th'
  className: string
  /** Shown while the line is empty. */
  hint?: string
  folded?: boolean
}

/** A line with its explicit direction. Slate memoises it: it renders again only when the line changes. */
export function Line<B extends TextBlock>({
  as: Tag,
  attributes,
  element,
  children,
  className,
  hint,
  folded,
}: LineProps<B>) {
  const empty = isEmptyLine(element)
  return (
    <Tag
      {...attributes}
      dir={element.dir}
      className={className}
      data-block={element.type}
      data-hint={empty ? hint : undefined}
      data-folded={folded === true ? '' : undefined}
    >
      {children}
    </Tag>
  )
}
