import { useRef, useState } from 'react'
import { ImagePlus } from 'lucide-react'
import type { Asset } from '#core/article/asset.ts'
import { IMAGE_TYPES } from '#core/article/asset.ts'
import { MAX_IMAGE_BYTES } from '#core/contract/assets.ts'
import { ContractError } from '#core/contract/errors.ts'
import { refusalWords } from '#core/locale/refusal.ts'
import { toBase64 } from '#renderer/bridge/bytes.ts'
import { call } from '#renderer/bridge/client.ts'
import { useT } from '#renderer/ui/locale.tsx'

/** Asks for a picture from the disk, stores it, and hands over what it is. A refusal is told beside the button. */
export function PicturePicker({ label, onPicture }: { label: string; onPicture: (asset: Asset) => void }) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'idle' | 'loading' | ContractError>('idle')

  async function add(file: File): Promise<void> {
    setState('loading')
    try {
      // Refused here already: reading such a file could exhaust the window's memory.
      if (file.size > MAX_IMAGE_BYTES) throw new ContractError('image-too-large')
      onPicture(await call('assets.add', { name: file.name.slice(-255), bytes: await toBase64(file) }))
      setState('idle')
    } catch (error) {
      setState(error instanceof ContractError ? error : new ContractError('internal', {}, { cause: error }))
    }
  }

  return (
    <>
      <button
        type="button"
        className="editor-button figure-choose"
        disabled={state === 'loading'}
        onClick={() => input.current?.click()}
      >
        <ImagePlus aria-hidden size={18} />
        {state === 'loading' ? t('writing.imageLoading') : label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={IMAGE_TYPES.join(',')}
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file may be chosen again after a failure.
          event.target.value = ''
          if (file !== undefined) void add(file)
        }}
      />
      {state instanceof ContractError ? (
        <p className="figure-error" role="alert">
          {refusalWords(state.code, state.params, t)}
        </p>
      ) : null}
    </>
  )
}
