import { useSlateStatic } from 'slate-react'
import { Button } from '#renderer/ui/button.tsx'
import { FieldDialog } from '#renderer/ui/field-dialog.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { linkTouched, removeLink, setLink } from './commands/links.ts'
import { closeToText } from './focus-text.ts'

/** Edits the address of the link at the selection, then returns the focus to the text. */
export function LinkDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const editor = useSlateStatic()
  const existing = linkTouched(editor)?.[0].url ?? ''
  const close = (): void => closeToText(editor, onClose)
  return (
    <FieldDialog
      title={t('writing.link')}
      label={t('writing.linkAddress')}
      initial={existing}
      dir="ltr"
      placeholder="https://"
      apply={t(existing === '' ? 'writing.linkApply' : 'common.save')}
      cancel={t('writing.cancel')}
      extra={
        existing === '' ? null : (
          <Button
            onPress={() => {
              removeLink(editor)
              close()
            }}
          >
            {t('writing.linkRemove')}
          </Button>
        )
      }
      onApply={(url) => {
        if (url.trim() !== '') return setLink(editor, url) ? null : t('writing.linkUnsafe')
        removeLink(editor)
        return null
      }}
      onClose={close}
    />
  )
}
