import { Children, isValidElement, type KeyboardEvent, type ReactNode } from 'react'
import { useReadOnly, type RenderElementProps, type RenderLeafProps, type RenderTextProps } from 'slate-react'
import type { Link as LinkInline, LtrIsolate, UnknownInline } from '#core/article/inline.ts'
import { isOpenableUrl } from '#core/article/inline.ts'
import { openAddress } from '#renderer/bridge/client.ts'
import { useT } from '#renderer/ui/locale.tsx'
import type { DecoratedLeaf } from '../../decorations.ts'
import type { ChangeDecoration } from '../../proposals/decorate-changes.ts'
import { ChangedText, DrawnWords } from '../../proposals/drawn-words.tsx'
import './inline.css'

type InlineViewProps<I> = { attributes: RenderElementProps['attributes']; element: I; children: ReactNode }

/**
 * A link. It shows its address as a tooltip, but a click does not follow it: the click places the caret. Where the text is
 * only read and has no caret, Tab goes to it, and Enter opens it.
 */
export function Link({ attributes, element, children }: InlineViewProps<LinkInline>) {
  const isReached = useReadOnly() && isOpenableUrl(element.url)
  const reached = {
    role: 'link',
    tabIndex: 0,
    onKeyDown: ({ key }: KeyboardEvent) => {
      if (key === 'Enter') openAddress(element.url)
    },
  }
  return (
    <span
      {...attributes}
      {...(isReached ? reached : {})}
      className="inline-link"
      title={element.url}
      data-url={element.url}
    >
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

type LeafProps = RenderLeafProps & { leaf: RenderLeafProps['leaf'] & DecoratedLeaf & ChangeDecoration }

/** A run of text with its marks, as elements that assistive technology understands. */
export function Leaf({ attributes, leaf, children }: LeafProps) {
  let content: ReactNode = children
  if (leaf.bold === true) content = <strong>{content}</strong>
  if (leaf.italic === true) content = <em>{content}</em>
  if (leaf.underline === true) content = <u>{content}</u>
  if (leaf.changes !== undefined) content = <ChangedText json={leaf.changes}>{content}</ChangedText>
  if (leaf.cards !== undefined) {
    content = (
      <mark className="comment-mark" data-card={leaf.cards}>
        {content}
      </mark>
    )
  }
  return (
    <span {...attributes} className={leaf.isGap === true ? 'isolate-gap' : undefined}>
      {content}
    </span>
  )
}

/**
 * A text of a line. Its leaves that belong to one automatic isolate stand in one element: a number in several isolates
 * would be shown in another order. Words that are drawn and not in the text stand between the leaves.
 */
export function TextRun({ attributes, children }: RenderTextProps) {
  return <span {...attributes}>{groupIsolates(Children.toArray(children as ReactNode))}</span>
}

function leafOf(child: ReactNode): LeafProps['leaf'] | null {
  return isValidElement<Pick<LeafProps, 'leaf'>>(child) ? child.props.leaf : null
}

/** @returns what is drawn before and after a leaf. Of the leaves of one letter, the first or the last bears it. */
function drawnAt(leaves: readonly ReactNode[], index: number, side: 'drawnBefore' | 'drawnAfter'): ReactNode {
  const json = leafOf(leaves[index])?.[side]
  const neighbour = leafOf(leaves[side === 'drawnBefore' ? index - 1 : index + 1])?.[side]
  return json === undefined || json === neighbour ? null : <DrawnWords key={`${side}-${index}`} json={json} />
}

function groupIsolates(leaves: readonly ReactNode[]): ReactNode[] {
  const shown: ReactNode[] = []
  for (let index = 0; index < leaves.length;) {
    const leaf = leafOf(leaves[index])
    let next = index + 1
    shown.push(drawnAt(leaves, index, 'drawnBefore'))
    if (leaf?.isolate === undefined) shown.push(leaves[index])
    else {
      while (leafOf(leaves[next])?.isolateStart === leaf.isolateStart) next += 1
      const pieces = leaves.slice(index, next)
      const length = pieces.reduce<number>((sum, each) => sum + (leafOf(each)?.text.length ?? 0), 0)
      const isPiece = length < leaf.isolate ? ' is-piece' : ''
      const className = `auto-isolate${isPiece}${leaf.isOverride === true ? ' is-override' : ''}`
      shown.push(
        <bdi key={`isolate-${index}`} dir="ltr" className={className}>
          {pieces.flatMap((piece, at) => [at === 0 ? null : drawnAt(leaves, index + at, 'drawnBefore'), piece])}
        </bdi>,
      )
    }
    shown.push(drawnAt(leaves, next - 1, 'drawnAfter'))
    index = next
  }
  return shown
}
