import { useState } from 'react'
import { isWebUrl } from '#core/article/inline.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { completeUrl } from '../commands/links.ts'
import './address.css'

type AddressProps = { url: string; readOnly: boolean; onChange: (url: string) => void }

/** The address that a block points at. It is shown and can be changed, and is never loaded. */
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
        <AddressDialog
          url={url}
          onClose={() => setOpen(false)}
          onChange={(next) => {
            onChange(next)
            setOpen(false)
          }}
        />
      ) : null}
    </>
  )
}

function AddressDialog({
  url,
  onClose,
  onChange,
}: {
  url: string
  onClose: () => void
  onChange: (url: string) => void
}) {
  const t = useT()
  const [typed, setTyped] = useState(url)
  const [isUnsafe, setUnsafe] = useState(false)
  const apply = (): void => {
    const next = typed.trim() === '' ? '' : completeUrl(typed)
    if (next !== '' && (!isWebUrl(next) || next.length > 2048)) setUnsafe(true)
    else onChange(next)
  }
  return (
    <Dialog
      title={t('writing.address')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" onPress={apply}>
            {t('common.save')}
          </Button>
          <Button onPress={onClose}>{t('writing.cancel')}</Button>
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
          label={t('writing.address')}
          value={typed}
          dir="ltr"
          placeholder="https://"
          autoFocus
          error={isUnsafe ? t('writing.addressUnsafe') : null}
          onChange={(value) => {
            setTyped(value)
            setUnsafe(false)
          }}
        />
      </form>
    </Dialog>
  )
}
