import { useState } from 'react'
import { ReactEditor, useSlateStatic } from 'slate-react'
import type { Figure } from '#core/article/block.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { AltDialog } from './alt-dialog.tsx'

/**
 * Shows the alternative text of a picture and edits it in a dialog. An input inside the text would lose its focus to
 * the text, which would then receive what is typed.
 */
export function AltField({ figure }: { figure: Figure }) {
  const t = useT()
  const editor = useSlateStatic()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="figure-alt" onClick={() => setOpen(true)}>
        <span className="figure-alt-label">{t('writing.altLabel')}</span>
        <span data-empty={figure.alt === ''}>{figure.alt === '' ? t('writing.altHint') : figure.alt}</span>
      </button>
      {isOpen ? (
        <AltDialog figure={figure} pathOf={() => ReactEditor.findPath(editor, figure)} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
}
