import type { ReactNode } from 'react'
import type { RenderElementProps, RenderLeafProps } from 'slate-react'
import type { Link as LinkInline, LtrIsolate, UnknownInline } from '#core/article/inline.ts'
import { useT } from '#renderer/ui/locale.tsx'
import type { Decoration } from '../../decorations.ts'
import './inline.css'

type InlineViewProps<I> = { attributes: RenderElementProps['attributes']; element: I; children: ReactNode }

/** A link looks like one and tells its address, but does not lead away from the text being written. */
export function Link({ attributes, element, children }: InlineViewProps<LinkInline>) {
  return (
    <span {...attributes} className="inline-link" title={element.url} data-url={element.url}>
      {children}
    </span>
  )
}

/** A left-to-right isolate: its marks and digits keep their order inside a right-to-left line. */
export function Ltr({ attributes, children }: InlineViewProps<LtrIsolate>) {
  return (
    <bdi {...attributes} dir="ltr" className="inline-ltr">
      {children}
    </bdi>
  )
}

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

/** Whether a run is shown as left-to-right by rule; nothing of it is in the text. */
function isIsolate(leaf: RenderLeafProps['leaf'] & Partial<Decoration>): boolean {
  return leaf.isolate === true
}

/** A run of text with its marks, as the elements that assistive technology knows. */
export function Leaf({ attributes, leaf, children }: RenderLeafProps) {
  let content: ReactNode = children
  if (leaf.bold === true) content = <strong>{content}</strong>
  if (leaf.italic === true) content = <em>{content}</em>
  if (leaf.underline === true) content = <u>{content}</u>
  if (isIsolate(leaf)) {
    return (
      <bdi {...attributes} dir="ltr" className="auto-isolate">
        {content}
      </bdi>
    )
  }
  return <span {...attributes}>{content}</span>
}
