import { useEffect, useState } from 'react'
import { Node, type Editor } from 'slate'
import { ReactEditor, useSlateStatic } from 'slate-react'
import { countWords } from '#core/article/words.ts'
import { ContractError } from '#core/contract/errors.ts'
import { refusalWords } from '#core/locale/refusal.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { setFigurePicture } from './commands/pictures.ts'
import { whenComposed } from './keys/watch-composition.ts'
import { LeftOutNotice } from './left-out-notice.tsx'
import { noteComing } from './paste/coming.ts'
import { storePicture } from './picture-store.ts'
import { isBlock } from './query.ts'
import { beginWorker, inWorker, TooLongError } from '#renderer/worker/in-worker.ts'
import { setPasteHost, type PastedExtras } from './with/with-paste.ts'

/** At most this many pictures of one paste are stored. The figures of the others stay empty. */
const MAX_PICTURES = 50

const TOO_LARGE = { structure: 'writing.pastedWords', all: 'writing.pastedNothing' } as const

/** How long a paste is read before that is said, in milliseconds. */
const QUIET = 400

/**
 * Reads what is pasted in a worker, stores its pictures, offers to insert its comments, footnotes and struck words, and
 * says what could not be pasted.
 */
export function PasteReceiver() {
  const t = useT()
  const editor = useSlateStatic()
  const [notes, setNotes] = useState<readonly string[]>([])
  const [struck, setStruck] = useState<readonly string[]>([])
  const [error, setError] = useState<ContractError | null>(null)
  const [tooLarge, setTooLarge] = useState<PastedExtras['tooLarge']>(null)
  const [isReading, setReading] = useState(false)
  useEffect(() => {
    beginWorker('clipboard')
    const text = ReactEditor.toDOMNode(editor, editor)
    let reading = 0
    // At once, and not when React draws: from now on the text is not all there.
    const show = (): void => text.setAttribute('aria-busy', String(reading > 0))
    return setPasteHost(editor, {
      async read(clipboard) {
        reading += 1
        show()
        const timer = setTimeout(() => setReading(true), QUIET)
        try {
          const pasted = await inWorker('clipboard', clipboard)
          await whenComposed(editor)
          return pasted
        } catch (failure) {
          if (!(failure instanceof TooLongError)) reportError(failure)
          return { page: null, isTooLarge: true }
        } finally {
          clearTimeout(timer)
          reading -= 1
          show()
          if (reading === 0) setReading(false)
        }
      },
      receive({ pictures, notes: left, struck: leftStruck, tooLarge: lost }) {
        setNotes(left)
        setStruck(leftStruck)
        setError(null)
        setTooLarge(lost)
        noteComing(editor, storeAll(editor, [...pictures].slice(0, MAX_PICTURES))).catch((refusal: unknown) =>
          setError(refusal instanceof ContractError ? refusal : new ContractError('internal', {}, { cause: refusal })),
        )
      },
    })
  }, [editor])
  const leftOut = notes.length + struck.length
  if (leftOut === 0 && error === null && tooLarge === null && !isReading) return null
  return (
    <div className="editor-notice">
      {error === null ? null : <Banner tone="danger">{refusalWords(error.code, error.params, t)}</Banner>}
      {isReading ? <Banner tone="info">{t('writing.pasteReading')}</Banner> : null}
      {tooLarge === null ? null : (
        <Banner tone="attention">
          <p>{t(TOO_LARGE[tooLarge])}</p>
          <div className="editor-notice-actions">
            <Button onPress={() => setTooLarge(null)}>{t('common.close')}</Button>
          </div>
        </Banner>
      )}
      {struck.length === 0 ? null : (
        <LeftOutNotice
          said={t('writing.pastedStruck', { count: countWords(struck.join(' ')) })}
          add={t('writing.pastedStruckAdd')}
          leave={t('writing.pastedStruckLeave')}
          lines={struck}
          onDone={() => setStruck([])}
        />
      )}
      {notes.length === 0 ? null : (
        <LeftOutNotice
          said={t('writing.pastedNotes', { count: notes.length })}
          add={t('writing.pastedNotesAdd')}
          leave={t('writing.pastedNotesLeave')}
          lines={notes}
          onDone={() => setNotes([])}
        />
      )}
    </div>
  )
}

async function storeAll(editor: Editor, pictures: readonly (readonly [string, string])[]): Promise<void> {
  for (const [id, data] of pictures) {
    // One at a time, because each is held in memory.
    // oxlint-disable-next-line no-await-in-loop
    const stored = await storePicture(fileOf(data))
    // oxlint-disable-next-line no-await-in-loop
    await whenComposed(editor)
    // Look the figure up again: the writer may have moved it meanwhile.
    const entry = [...Node.elements(editor)].find(([node]) => isBlock(node) && node.id === id)
    if (entry !== undefined) setFigurePicture(editor, entry[1], stored)
  }
}

/** The store finds the type of a picture by its bytes. */
function fileOf(base64: string): File {
  return new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], 'pasted')
}
