import { useRef, useState, type ReactNode } from 'react'
import { useSlateStatic } from 'slate-react'
import { IMAGE_TYPES } from '#core/article/asset.ts'
import { ContractError } from '#core/contract/errors.ts'
import { refusalWords } from '#core/locale/refusal.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { placePictures } from './commands/place-pictures.ts'
import { newBlockId } from './new-id.ts'
import { pictureFiles, type StoredPicture } from './picture-store.ts'
import { storeAndPlace } from './store-and-place.ts'

export type PictureIntake = {
  /**
   * Stores the pictures among some files and inserts them where the caret is now, or as `use` does. A caret that goes
   * elsewhere meanwhile stays there. @returns false if there are none.
   */
  insertFiles: (files: Iterable<File>, use?: (stored: readonly StoredPicture[]) => void) => boolean
  /** Opens the file dialog. */
  openFileDialog: () => void
  /** Must be rendered: the hidden file input, and a banner while pictures load or after a refusal. */
  view: ReactNode
}

/** Stores pictures that were chosen, dropped or pasted, and inserts them where the caret was then. */
export function usePictureIntake(): PictureIntake {
  const t = useT()
  const editor = useSlateStatic()
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'idle' | 'loading' | ContractError>('idle')
  const insertFiles: PictureIntake['insertFiles'] = (
    files,
    use = (stored) => placePictures(editor, stored, newBlockId),
  ) => {
    const pictures = pictureFiles(files)
    if (pictures.length === 0) return false
    setState('loading')
    storeAndPlace(editor, pictures, use).then(
      () => setState('idle'),
      (error: unknown) =>
        setState(error instanceof ContractError ? error : new ContractError('internal', {}, { cause: error })),
    )
    return true
  }
  const view = (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label={t('writing.pictures')}
        data-testid="pictures"
        accept={IMAGE_TYPES.join(',')}
        onChange={(event) => {
          insertFiles([...(event.target.files ?? [])])
          // Otherwise choosing the same files again after a failure is no change.
          event.target.value = ''
        }}
      />
      {state === 'idle' ? null : (
        <div className="editor-notice">
          <Banner tone={state === 'loading' ? 'info' : 'danger'}>
            {state === 'loading' ? t('writing.imageLoading') : refusalWords(state.code, state.params, t)}
          </Banner>
        </div>
      )}
    </>
  )
  return { insertFiles, openFileDialog: () => input.current?.click(), view }
}
