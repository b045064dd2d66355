import { useRef, useState, type ReactNode } from 'react'
import type { Editor } from 'slate'
import { ReactEditor, useSlateStatic } from 'slate-react'
import { IMAGE_TYPES } from '#core/article/asset.ts'
import { ContractError } from '#core/contract/errors.ts'
import { refusalWords } from '#core/locale/refusal.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { addToGallery, emptyFigureAt, insertPictures, setFigurePicture } from './commands/pictures.ts'
import { newBlockId } from './new-id.ts'
import { pictureFiles, storePictures, type StoredPicture } from './picture-store.ts'
import { ancestorOf, textBlockAt } from './query.ts'

export type PictureIntake = {
  /** Takes in those of some files that are pictures. @returns whether there was any. */
  take: (files: Iterable<File>) => boolean
  /** Asks for pictures of the disk. */
  choose: () => void
  /** What must stand in the page: the way to the disk, and what came of it. */
  view: ReactNode
}

/** Takes in pictures that were chosen, dropped or pasted, stores them, and puts them where the caret is. */
export function usePictureIntake(): PictureIntake {
  const t = useT()
  const editor = useSlateStatic()
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'idle' | 'loading' | ContractError>('idle')
  const take = (files: Iterable<File>): boolean => {
    const pictures = pictureFiles(files)
    if (pictures.length === 0) return false
    setState('loading')
    storePictures(pictures).then(
      (stored) => {
        place(editor, stored)
        setState('idle')
        ReactEditor.focus(editor)
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
          take([...(event.target.files ?? [])])
          // The same files may be chosen again after a failure.
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
  return { take, choose: () => input.current?.click(), view }
}

/** One picture fills the empty figure of the caret, several join the gallery of the caret; else they come as blocks. */
function place(editor: Editor, pictures: readonly StoredPicture[]): void {
  const [only] = pictures
  const waiting = emptyFigureAt(editor)
  const line = textBlockAt(editor)
  const gallery = line === null ? null : ancestorOf(editor, line[1], 'gallery')
  if (waiting !== null && only !== undefined && pictures.length === 1) setFigurePicture(editor, waiting, only)
  else if (gallery !== null) addToGallery(editor, gallery[1], pictures, newBlockId)
  else insertPictures(editor, pictures, newBlockId)
}
