import { useSlateSelector, useSlateStatic } from 'slate-react'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import type { UndoStep } from './undo-details.ts'

/** Reports that an older version was restored, with an Undo button, as long as that can be undone. */
export function RestoredNotice({ step, onClose }: { step: UndoStep; onClose: () => void }) {
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
      {t('history.restored')}
    </Banner>
  )
}
