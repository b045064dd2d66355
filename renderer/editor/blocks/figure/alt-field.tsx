import { useEffect, useState } from 'react'
import { ReactEditor, useSlateStatic } from 'slate-react'
import type { Figure } from '#core/article/block.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { setFigureAlt } from '../../commands/insert.ts'

/** The words that stand for the picture. Each change goes into the document at once, so that it is saved like text. */
export function AltField({ figure }: { figure: Figure }) {
  const t = useT()
  const editor = useSlateStatic()
  const [text, setText] = useState(figure.alt)
  // Undo changes the document behind the field's back.
  // oxlint-disable-next-line react/set-state-in-effect
  useEffect(() => setText(figure.alt), [figure.alt])
  return (
    <label className="figure-alt">
      <span>{t('writing.altLabel')}</span>
      <input
        type="text"
        dir={figure.dir}
        value={text}
        maxLength={2000}
        placeholder={t('writing.altHint')}
        onChange={(event) => {
          setText(event.target.value)
          setFigureAlt(editor, ReactEditor.findPath(editor, figure), event.target.value)
        }}
      />
    </label>
  )
}
