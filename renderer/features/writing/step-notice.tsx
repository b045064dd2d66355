import { useSlateSelector, useSlateStatic } from 'slate-react'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import type { UndoStep } from './undo-details.ts'

type StepNoticeProps = { step: UndoStep; words: string; onClose: () => void }

/** Reports a step that replaced much of the text, with an Undo button, as long as that can be undone. */
export function StepNotice({ step, words, onClose }: StepNoticeProps) {
  const t = useT()
  const editor = useSlateStatic()
  const isThere = useSlateSelector((each) => each.history.undos.includes(step))
  if (!isThere) return null
  return (
    <Banner
      tone="info"
      action={
        <>
          <Button
            onPress={() => {
              // This undoes later steps too; redo brings them back.
              while (editor.history.undos.includes(step)) editor.undo()
              onClose()
            }}
          >
            {t('history.take-back')}
          </Button>
          <Button onPress={onClose}>{t('common.close')}</Button>
        </>
      }
    >
      {words}
    </Banner>
  )
}
