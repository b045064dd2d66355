import { Editor, Path, Transforms } from 'slate'
import { ReactEditor, useReadOnly, useSlateStatic } from 'slate-react'
import type { Related as RelatedBlock, RelatedItem as RelatedItemBlock } from '#core/article/block.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { setAddress } from '../../commands/insert.ts'
import { Address } from '../address.tsx'
import { useAsk } from '../../asking.tsx'
import { isEmptyLine, textBlockAt } from '../../query.ts'
import type { BlockViewProps } from '../line.tsx'
import './related.css'

/** Related links under a small title. */
export function Related({ attributes, element, children }: BlockViewProps<RelatedBlock>) {
  const t = useT()
  const editor = useSlateStatic()
  const readOnly = useReadOnly()
  const ask = useAsk()
  return (
    <section {...attributes} dir={element.dir} className="block-related" data-block="related">
      <div contentEditable={false} className="related-title">
        <span>{t('writing.related')}</span>
        {readOnly ? null : (
          <button
            type="button"
            className="related-pick"
            onClick={() => {
              const [, path] = textBlockAt(editor) ?? []
              const block = ReactEditor.findPath(editor, element)
              // The link at the caret, if it stands in this block; else one at its end.
              if (path === undefined || !Path.isAncestor(block, path))
                Transforms.select(editor, Editor.end(editor, block))
              ask('article')
            }}
          >
            {t('writing.relatedPick')}
          </button>
        )}
      </div>
      <div role="list">{children}</div>
    </section>
  )
}

/** The title of a link, with its address below. */
export function RelatedItem({ attributes, element, children }: BlockViewProps<RelatedItemBlock>) {
  const t = useT()
  const editor = useSlateStatic()
  const readOnly = useReadOnly()
  return (
    <div
      {...attributes}
      role="listitem"
      dir={element.dir}
      className="block-related-item"
      data-block="related-item"
      data-hint={isEmptyLine(element) ? t('writing.relatedHint') : undefined}
    >
      {children}
      <div contentEditable={false}>
        <Address
          url={element.url}
          readOnly={readOnly}
          onChange={(url) => setAddress(editor, ReactEditor.findPath(editor, element), url)}
        />
      </div>
    </div>
  )
}
