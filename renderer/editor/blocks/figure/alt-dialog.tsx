import { useSlateStatic } from 'slate-react'
import type { Path } from 'slate'
import type { Figure } from '#core/article/block.ts'
import { FieldDialog } from '#renderer/ui/field-dialog.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { setFigureAlt } from '../../commands/insert.ts'
import { figureAt } from '../../commands/pictures.ts'
import { closeToText } from '../../focus-text.ts'

type AltDialogProps = {
  figure: Figure
  /** @returns where the figure stands now. It may have moved while the dialog was open. */
  pathOf: () => Path
  onClose: () => void
}

/** Edits the alternative text of a picture, then returns the focus to the text. */
export function AltDialog({ figure, pathOf, onClose }: AltDialogProps) {
  const t = useT()
  const editor = useSlateStatic()
  return (
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
        setFigureAlt(editor, pathOf(), text.trim())
        return null
      }}
      onClose={() => closeToText(editor, onClose)}
    />
  )
}

/** Edits the alternative text of the picture at the caret. */
export function AltOfCaret({ onClose }: { onClose: () => void }) {
  const entry = figureAt(useSlateStatic())
  return entry === null ? null : <AltDialog figure={entry[0]} pathOf={() => entry[1]} onClose={onClose} />
}
