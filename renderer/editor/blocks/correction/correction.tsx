import { useState } from 'react'
import { ReactEditor, useReadOnly, useSlateStatic } from 'slate-react'
import type { Correction as CorrectionBlock } from '#core/article/block.ts'
import { writtenDay } from '#core/export/page-words.ts'
import { useLocale } from '#renderer/ui/locale.tsx'
import { setCorrectionDate } from '../../commands/insert.ts'
import { isEmptyLine } from '../../query.ts'
import type { BlockViewProps } from '../line.tsx'
import { DayDialog } from './day-dialog.tsx'
import './correction.css'

/** A correction under its label and date. */
export function Correction({ attributes, element, children }: BlockViewProps<CorrectionBlock>) {
  const { t, language, digits, dir } = useLocale()
  const editor = useSlateStatic()
  const readOnly = useReadOnly()
  const [isOpen, setOpen] = useState(false)
  const day = element.date === undefined ? t('writing.correctionNoDate') : writtenDay(element.date, language, digits)
  return (
    <div {...attributes} dir={element.dir} className="block-correction" data-block="correction">
      <div contentEditable={false} className="correction-head">
        <span dir={dir} className="correction-label">
          {t('writing.correction')}
        </span>
        <button type="button" dir={dir} className="correction-date" disabled={readOnly} onClick={() => setOpen(true)}>
          {day}
        </button>
      </div>
      <p className="correction-text" data-hint={isEmptyLine(element) ? t('writing.correctionHint') : undefined}>
        {children}
      </p>
      {isOpen ? (
        <DayDialog
          day={element.date ?? null}
          onDay={(date) => setCorrectionDate(editor, ReactEditor.findPath(editor, element), date)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  )
}
