import { useSlateSelector, useSlateStatic } from 'slate-react'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import type { UndoStep } from './undo-details.ts'

/** Says that an older version was brought back, for as long as that can be taken back, and takes it back. */
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
              // What was written since is given back by redo.
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
