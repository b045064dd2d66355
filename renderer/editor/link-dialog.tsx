import { useState } from 'react'
import { ReactEditor, useSlateStatic } from 'slate-react'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { linkAt, removeLink, setLink } from './commands/links.ts'

/** Asks for the address of a link, and gives the caret back to the text. */
export function LinkDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const editor = useSlateStatic()
  const existing = linkAt(editor)?.[0].url ?? ''
  const [url, setUrl] = useState(existing)
  const [isUnsafe, setUnsafe] = useState(false)
  const close = (): void => {
    onClose()
    // After the dialog has given its own focus back.
    requestAnimationFrame(() => ReactEditor.focus(editor))
  }
  const apply = (): void => {
    if (url.trim() === '') removeLink(editor)
    else if (!setLink(editor, url)) return setUnsafe(true)
    close()
  }
  return (
    <Dialog
      title={t('writing.link')}
      isOpen
      onClose={close}
      actions={
        <>
          <Button variant="primary" onPress={apply}>
            {t('writing.linkApply')}
          </Button>
          {existing === '' ? null : (
            <Button
              onPress={() => {
                removeLink(editor)
                close()
              }}
            >
              {t('writing.linkRemove')}
            </Button>
          )}
          <Button onPress={close}>{t('writing.cancel')}</Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
      >
        <TextField
          label={t('writing.linkAddress')}
          value={url}
          dir="ltr"
          placeholder="https://"
          autoFocus
          error={isUnsafe ? t('writing.linkUnsafe') : null}
          onChange={(value) => {
            setUrl(value)
            setUnsafe(false)
          }}
        />
      </form>
    </Dialog>
  )
}
