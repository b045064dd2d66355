import { useSlateStatic } from 'slate-react'
import { FieldDialog } from '#renderer/ui/field-dialog.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { insertEmbed } from './commands/embeds.ts'
import { typedWebUrl } from './commands/links.ts'
import { closeToText } from './focus-text.ts'
import { newBlockId } from './new-id.ts'

/** Asks for the address of a post or video, inserts its embed, and goes on in its caption. */
export function EmbedDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const editor = useSlateStatic()
  return (
    <FieldDialog
      title={t('writing.embed')}
      label={t('writing.embedAddress')}
      dir="ltr"
      placeholder="https://"
      apply={t('writing.embedApply')}
      cancel={t('writing.cancel')}
      onApply={(typed) => {
        const url = typedWebUrl(typed)
        if (url === null) return t('writing.addressUnsafe')
        insertEmbed(editor, url, newBlockId)
        return null
      }}
      onClose={() => closeToText(editor, onClose)}
    />
  )
}
