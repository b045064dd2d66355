import { Trash2 } from 'lucide-react'
import { ReactEditor, useReadOnly, useSelected, useSlateStatic } from 'slate-react'
import type { UnknownBlock } from '#core/article/block.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { removeBlock } from '../../commands/insert.ts'
import type { BlockViewProps } from '../line.tsx'
import './unknown.css'

/** @returns the name that an unknown block gives itself, cut to a length that fits on its card. */
function typeName(original: unknown): string {
  if (typeof original !== 'object' || original === null || !('type' in original)) return '?'
  return String(original.type).slice(0, 60)
}

/** What this version cannot show, as a card: kept whole, movable and removable, never opened. */
export function Unknown({ attributes, element, children }: BlockViewProps<UnknownBlock>) {
  const t = useT()
  const editor = useSlateStatic()
  const readOnly = useReadOnly()
  const selected = useSelected()
  return (
    <div {...attributes} dir={element.dir} className="block-unknown" data-block="unknown" data-selected={selected}>
      <div contentEditable={false} className="unknown-card">
        <span>{t('writing.unknownBlock', { type: typeName(element.original) })}</span>
        {readOnly ? null : (
          <button
            type="button"
            className="editor-button"
            aria-label={t('writing.removeBlock')}
            title={t('writing.removeBlock')}
            onClick={() => removeBlock(editor, ReactEditor.findPath(editor, element))}
          >
            <Trash2 aria-hidden size={16} />
          </button>
        )}
      </div>
      {children}
    </div>
  )
}
