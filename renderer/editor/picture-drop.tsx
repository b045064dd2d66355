import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Editor } from 'slate'
import { useSlateStatic } from 'slate-react'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { addToGallery, galleryFrom, insertPicturesAt, setFigurePicture } from './commands/pictures.ts'
import { closeToText } from './focus-text.ts'
import { scrollerOf } from './keys/reveal.ts'
import { newBlockId } from './new-id.ts'
import type { PictureIntake } from './picture-intake.tsx'
import { pictureFiles } from './picture-store.ts'
import { dragsPictures, pictureBlock, targetAt, type PictureTarget } from './picture-target.ts'

/** Pictures that were dropped on a figure, until the writer chooses what becomes of it. */
type Question = { id: string; files: File[] }

/**
 * Takes pictures that are dropped anywhere over the page. A line shows where they go while they are dragged. Dropped on a
 * figure, they replace its picture or make a gallery with it, as the writer chooses.
 */
export function PictureDrop({ insertFiles }: Pick<PictureIntake, 'insertFiles'>) {
  const t = useT()
  const editor = useSlateStatic()
  const marker = useRef<HTMLDivElement>(null)
  const [target, setTarget] = useState<PictureTarget | null>(null)
  const [question, setQuestion] = useState<Question | null>(null)

  const replace = (id: string, files: File[]): void => {
    insertFiles(files, ([picture]) => {
      const [, path] = pictureBlock(editor, id) ?? []
      if (path !== undefined && picture !== undefined) setFigurePicture(editor, path, picture)
    })
  }
  const intoGallery = (id: string, files: File[]): void => {
    insertFiles(files, (stored) => {
      const [block, path] = pictureBlock(editor, id) ?? []
      if (path === undefined) return
      if (block?.type === 'gallery') addToGallery(editor, path, stored, newBlockId)
      else galleryFrom(editor, path, stored, newBlockId)
    })
  }

  const drop = useEffectEvent((files: File[], to: PictureTarget): void => {
    if (to.kind === 'gap') {
      const ref = Editor.pathRef(editor, [to.before])
      insertFiles(files, (stored) => {
        const at = ref.unref()
        if (at !== null) insertPicturesAt(editor, at, stored, newBlockId)
      })
      return
    }
    const [block] = pictureBlock(editor, to.id) ?? []
    if (block?.type === 'gallery') intoGallery(to.id, files)
    else if (block?.asset === undefined && files.length === 1) replace(to.id, files)
    else setQuestion({ id: to.id, files })
  })
  useEffect(() => {
    const frame = marker.current?.parentElement ?? null
    const page = frame === null ? null : scrollerOf(frame)
    if (frame === null || page === null) return
    const over = (event: Event): void => {
      if (!(event instanceof DragEvent) || event.dataTransfer === null || !dragsPictures(event.dataTransfer)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      setTarget(targetAt(editor, frame, event.clientX, event.clientY))
    }
    const leave = (event: Event): void => {
      const to = event instanceof DragEvent ? event.relatedTarget : null
      if (!(to instanceof Node) || !page.contains(to)) setTarget(null)
    }
    const take = (event: Event): void => {
      setTarget(null)
      if (!(event instanceof DragEvent) || event.dataTransfer === null) return
      const files = pictureFiles(event.dataTransfer.files)
      if (files.length === 0) return
      event.preventDefault()
      drop(files, targetAt(editor, frame, event.clientX, event.clientY))
    }
    page.addEventListener('dragover', over)
    page.addEventListener('dragleave', leave)
    page.addEventListener('drop', take)
    return () => {
      page.removeEventListener('dragover', over)
      page.removeEventListener('dragleave', leave)
      page.removeEventListener('drop', take)
    }
  }, [editor])

  const close = (): void => closeToText(editor, () => setQuestion(null))
  return (
    <div ref={marker} className="picture-drop">
      {target?.kind === 'gap' ? <div className="drop-line" style={{ insetBlockStart: target.top }} /> : null}
      {target?.kind === 'block' ? (
        <div className="drop-block" style={{ insetBlockStart: target.top, blockSize: target.height }} />
      ) : null}
      {question === null ? null : (
        <Dialog
          title={t('writing.dropOnFigure')}
          isOpen
          onClose={close}
          actions={
            <>
              {question.files.length === 1 ? (
                <Button
                  variant="primary"
                  onPress={() => {
                    replace(question.id, question.files)
                    close()
                  }}
                >
                  {t('writing.dropReplace')}
                </Button>
              ) : null}
              <Button
                onPress={() => {
                  intoGallery(question.id, question.files)
                  close()
                }}
              >
                {t('writing.dropGallery')}
              </Button>
              <Button onPress={close}>{t('writing.cancel')}</Button>
            </>
          }
        >
          <p>{t('writing.dropOnFigureText', { count: question.files.length })}</p>
        </Dialog>
      )}
    </div>
  )
}
