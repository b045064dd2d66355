import { useRef, useState } from 'react'
import { useSlateStatic } from 'slate-react'
import { ImagePlus } from 'lucide-react'
import { IMAGE_TYPES } from '#core/article/asset.ts'
import { ContractError } from '#core/contract/errors.ts'
import { refusalWords } from '#core/locale/refusal.ts'
import { useT } from '#renderer/ui/locale.tsx'
import type { StoredPicture } from '../../picture-store.ts'
import { storeAndPlace } from '../../store-and-place.ts'

type PicturePickerProps = {
  label: string
  multiple?: boolean
  onPictures: (pictures: readonly StoredPicture[]) => void
}

/**
 * A button that opens a file dialog, stores the chosen pictures and passes them on. Shows a refusal below the button.
 */
export function PicturePicker({ label, multiple = false, onPictures }: PicturePickerProps) {
  const t = useT()
  const editor = useSlateStatic()
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'idle' | 'loading' | ContractError>('idle')

  async function add(files: readonly File[]): Promise<void> {
    setState('loading')
    try {
      await storeAndPlace(editor, files, onPictures)
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
        multiple={multiple}
        aria-label={label}
        accept={IMAGE_TYPES.join(',')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          // Otherwise choosing the same file again after a failure is no change.
          event.target.value = ''
          if (files.length > 0) void add(files)
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
