import type { ReactNode } from 'react'
import type { RenderElementProps, RenderLeafProps } from 'slate-react'
import type { Link as LinkInline, LtrIsolate, UnknownInline } from '#core/article/inline.ts'
import { useT } from '#renderer/ui/locale.tsx'
import type { DecoratedLeaf } from '../../decorations.ts'
import './inline.css'

type InlineViewProps<I> = { attributes: RenderElementProps['attributes']; element: I; children: ReactNode }

/** A link. It shows its address as a tooltip, but a click does not follow it: the click places the caret. */
export function Link({ attributes, element, children }: InlineViewProps<LinkInline>) {
  return (
    <span {...attributes} className="inline-link" title={element.url} data-url={element.url}>
      {children}
    </span>
  )
}

/** A left-to-right isolate. Its punctuation and digits keep their order in a right-to-left line. */
export function Ltr({ attributes, children }: InlineViewProps<LtrIsolate>) {
  return (
    <bdi {...attributes} dir="ltr" className="inline-ltr">
      {children}
    </bdi>
  )
}

/** A part of a line that this version does not know. */
export function UnknownPart({ attributes, children }: InlineViewProps<UnknownInline>) {
  const t = useT()
  return (
    <span {...attributes} className="inline-unknown">
      <span contentEditable={false} title={t('writing.unknownPart')}>
        ◇
      </span>
      {children}
    </span>
  )
}

/** @returns the classes of a leaf that an automatic isolate covers; null for any other leaf. */
function isolateClass(leaf: DecoratedLeaf & { text: string }): string | null {
  if (leaf.isolate === undefined) return null
  const isPiece = leaf.text.length < leaf.isolate
  return `auto-isolate${isPiece ? ' is-piece' : ''}${leaf.isOverride === true ? ' is-override' : ''}`
}

/** A run of text with its marks, as elements that assistive technology understands. */
export function Leaf({
  attributes,
  leaf,
  children,
}: RenderLeafProps & { leaf: RenderLeafProps['leaf'] & DecoratedLeaf }) {
  let content: ReactNode = children
  if (leaf.bold === true) content = <strong>{content}</strong>
  if (leaf.italic === true) content = <em>{content}</em>
  if (leaf.underline === true) content = <u>{content}</u>
  const className = isolateClass(leaf)
  if (className !== null) {
    return (
      <bdi {...attributes} dir="ltr" className={className}>
        {content}
      </bdi>
    )
  }
  return (
    <span {...attributes} className={leaf.isGap === true ? 'isolate-gap' : undefined}>
      {content}
    </span>
  )
}
