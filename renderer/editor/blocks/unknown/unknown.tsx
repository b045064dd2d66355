import { Trash2 } from 'lucide-react'
import { ReactEditor, useReadOnly, useSlateStatic } from 'slate-react'
import type { UnknownBlock } from '#core/article/block.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { removeBlock } from '../../commands/insert.ts'
import type { BlockViewProps } from '../line.tsx'
import './unknown.css'

/** @returns the type of an unknown block, cut to fit on its card, or `?` if it has none. */
function typeName(original: unknown): string {
  if (typeof original !== 'object' || original === null || !('type' in original)) return '?'
  return String(original.type).slice(0, 60)
}

/** A block of unknown type, shown as a card. It can be moved and removed, but not edited. */
export function Unknown({ attributes, element, children }: BlockViewProps<UnknownBlock>) {
  const t = useT()
  const editor = useSlateStatic()
  const readOnly = useReadOnly()
  return (
    <div {...attributes} dir={element.dir} className="block-unknown" data-block="unknown">
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
