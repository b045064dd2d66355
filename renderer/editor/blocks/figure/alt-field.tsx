import { useState } from 'react'
import { ReactEditor, useSlateStatic } from 'slate-react'
import type { Figure } from '#core/article/block.ts'
import { FieldDialog } from '#renderer/ui/field-dialog.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { setFigureAlt } from '../../commands/insert.ts'

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
        <FieldDialog
          title={t('writing.altLabel')}
          label={t('writing.altHint')}
          initial={figure.alt}
          dir={figure.dir}
          maxLength={2000}
          multiline
          apply={t('common.save')}
          cancel={t('writing.cancel')}
          onApply={(text) => {
            setFigureAlt(editor, ReactEditor.findPath(editor, figure), text.trim())
            return null
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
