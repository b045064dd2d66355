import { useState } from 'react'
import { FieldDialog } from '#renderer/ui/field-dialog.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { typedWebUrl } from '../commands/links.ts'
import './address.css'

type AddressProps = { url: string; readOnly: boolean; onChange: (url: string) => void }

/** Shows the address of a block and edits it in a dialog. The address is never loaded. */
export function Address({ url, readOnly, onChange }: AddressProps) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const shown = url === '' ? t('writing.addressMissing') : url
  return (
    <>
      <button
        type="button"
        className="block-address"
        data-empty={url === ''}
        disabled={readOnly}
        aria-label={`${t('writing.address')}: ${shown}`}
        onClick={() => setOpen(true)}
      >
        <bdi dir={url === '' ? undefined : 'ltr'}>{shown}</bdi>
      </button>
      {isOpen ? (
        <FieldDialog
          title={t('writing.address')}
          label={t('writing.address')}
          initial={url}
          dir="ltr"
          placeholder="https://"
          apply={t('common.save')}
          cancel={t('writing.cancel')}
          onApply={(typed) => {
            const next = typed.trim() === '' ? '' : typedWebUrl(typed)
            if (next === null) return t('writing.addressUnsafe')
            onChange(next)
            return null
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
