import { useState } from 'react'
import { ReactEditor, useSlateStatic } from 'slate-react'
import type { Figure } from '#core/article/block.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { setFigureAlt } from '../../commands/insert.ts'

/**
 * The words that stand for the picture. They are written in a dialog: a field of its own inside the text loses
 * its focus to the text, which would take what is typed.
 */
export function AltField({ figure }: { figure: Figure }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="figure-alt" onClick={() => setOpen(true)}>
        <span className="figure-alt-label">{t('writing.altLabel')}</span>
        <span data-empty={figure.alt === ''}>{figure.alt === '' ? t('writing.altHint') : figure.alt}</span>
      </button>
      {isOpen ? <AltDialog figure={figure} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function AltDialog({ figure, onClose }: { figure: Figure; onClose: () => void }) {
  const t = useT()
  const editor = useSlateStatic()
  const [text, setText] = useState(figure.alt)
  const save = (): void => {
    setFigureAlt(editor, ReactEditor.findPath(editor, figure), text.trim())
    onClose()
  }
  return (
    <Dialog
      title={t('writing.altLabel')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" onPress={save}>
            {t('common.save')}
          </Button>
          <Button onPress={onClose}>{t('writing.cancel')}</Button>
        </>
      }
    >
      <TextField
        label={t('writing.altHint')}
        value={text}
        onChange={setText}
        dir={figure.dir}
        maxLength={2000}
        multiline
        autoFocus
      />
    </Dialog>
  )
}
