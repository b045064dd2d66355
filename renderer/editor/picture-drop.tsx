import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Editor } from 'slate'
import { ReactEditor, useSlateStatic } from 'slate-react'
import { IMAGE_TYPES } from '#core/article/asset.ts'
import { ContractError } from '#core/contract/errors.ts'
import { refusalWords } from '#core/locale/refusal.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { addToGallery, emptyFigureAt, insertPictures, setFigurePicture } from './commands/pictures.ts'
import { newBlockId } from './new-id.ts'
import { storePictures, type StoredPicture } from './picture-store.ts'
import { ancestorOf, textBlockAt } from './query.ts'

type PictureDropProps = {
  /** Pictures that were dropped or pasted; none while there is nothing to do. */
  files: readonly File[]
  /** Whether to ask for pictures of the disk. */
  isChoosing: boolean
  onDone: () => void
}

/** Takes in pictures that were chosen, dropped or pasted, and puts them where the caret is. */
export function PictureDrop({ files, isChoosing, onDone }: PictureDropProps) {
  const t = useT()
  const editor = useSlateStatic()
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'idle' | 'loading' | ContractError>('idle')
  const take = useEffectEvent((pictures: readonly File[]): void => {
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
    onDone()
  })
  const done = useEffectEvent(onDone)
  const [chosen, setChosen] = useState<readonly File[]>([])
  useEffect(() => {
    if (files.length > 0) take(files)
  }, [files])
  useEffect(() => {
    if (chosen.length > 0) take(chosen)
  }, [chosen])
  useEffect(() => {
    if (!isChoosing) return
    input.current?.click()
    // The dialog of the browser tells nobody that it was left without a choice; it may be asked for again.
    done()
  }, [isChoosing])
  return (
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
          setChosen([...(event.target.files ?? [])])
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
