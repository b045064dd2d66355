import { useRef, useState, type ReactNode } from 'react'
import type { Editor } from 'slate'
import { useSlateStatic } from 'slate-react'
import { IMAGE_TYPES } from '#core/article/asset.ts'
import { ContractError } from '#core/contract/errors.ts'
import { refusalWords } from '#core/locale/refusal.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { addToGallery, emptyFigureAt, insertPictures, setFigurePicture } from './commands/pictures.ts'
import { focusText } from './focus-text.ts'
import { newBlockId } from './new-id.ts'
import { pictureFiles, storePictures, type StoredPicture } from './picture-store.ts'
import { ancestorOf, textBlockAt } from './query.ts'

export type PictureIntake = {
  /**
   * Stores the pictures among some files and inserts them at the caret, or as `use` does. @returns false if there are
   * none.
   */
  insertFiles: (files: Iterable<File>, use?: (stored: readonly StoredPicture[]) => void) => boolean
  /** Opens the file dialog. */
  openFileDialog: () => void
  /** Must be rendered: the hidden file input, and a banner while pictures load or after a refusal. */
  view: ReactNode
}

/** Stores pictures that were chosen, dropped or pasted, and inserts them at the caret. */
export function usePictureIntake(): PictureIntake {
  const t = useT()
  const editor = useSlateStatic()
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'idle' | 'loading' | ContractError>('idle')
  const insertFiles: PictureIntake['insertFiles'] = (files, use = (stored) => place(editor, stored)) => {
    const pictures = pictureFiles(files)
    if (pictures.length === 0) return false
    setState('loading')
    storePictures(pictures).then(
      (stored) => {
        use(stored)
        setState('idle')
        focusText(editor)
      },
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

/**
 * Puts one picture into the empty figure at the caret, or adds pictures to the gallery at the caret, or inserts new
 * blocks.
 */
function place(editor: Editor, pictures: readonly StoredPicture[]): void {
  const [only] = pictures
  const emptyFigure = emptyFigureAt(editor)
  const line = textBlockAt(editor)
  const gallery = line === null ? null : ancestorOf(editor, line[1], 'gallery')
  if (emptyFigure !== null && only !== undefined && pictures.length === 1) setFigurePicture(editor, emptyFigure, only)
  else if (gallery !== null) addToGallery(editor, gallery[1], pictures, newBlockId)
  else insertPictures(editor, pictures, newBlockId)
}
