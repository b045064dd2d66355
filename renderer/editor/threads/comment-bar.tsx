import { useEffect, useEffectEvent, useState } from 'react'
import { MessageSquareText } from 'lucide-react'
import { ReactEditor, useSlateStatic } from 'slate-react'
import { Button } from '#renderer/ui/button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { barPlace, type BarSize } from '../bar-place.ts'
import { cardsAt, elementsOf } from '../cards/anchors.ts'
import { pageBox } from '../page-box.ts'
import { useBarPlace } from '../use-bar-place.ts'

const SIZE: BarSize = { width: 150, height: 44, gap: 6 }
const NONE: readonly string[] = []
/** The keys that move the caret. */
const MOVES = /^(?:Arrow|Home$|End$|Page)/u

/** Offers the comments on the words of the caret, or of a click in a text that is only read, while no column shows them. */
export function CommentBar({ onShow }: { onShow: (key: string) => void }) {
  const t = useT()
  const editor = useSlateStatic()
  const [keys, setKeys] = useState(NONE)
  const put = useEffectEvent((next: readonly string[]) => {
    setKeys(next.join(' ') === keys.join(' ') ? keys : next)
  })
  useEffect(() => {
    const page = ReactEditor.toDOMNode(editor, editor)
    const controller = new AbortController()
    const { signal } = controller
    let isTyping = false
    const read = (): void => {
      const selection = getSelection()
      const isInText = selection?.isCollapsed === true && page.contains(selection.focusNode)
      put(isInText && !isTyping ? cardsAt(selection.focusNode) : NONE)
    }
    // It would cover the line above the one that is being written.
    page.addEventListener('beforeinput', () => void (isTyping = true), { signal })
    const stop = (): void => void (isTyping = false)
    page.addEventListener('pointerdown', stop, { signal })
    page.addEventListener('keydown', ({ key }) => MOVES.test(key) && stop(), { signal })
    document.addEventListener('selectionchange', read, { signal })
    return () => controller.abort()
  }, [editor])
  const [first] = keys
  const place = useBarPlace(first !== undefined, () => {
    const page = ReactEditor.toDOMNode(editor, editor)
    const words = first === undefined ? undefined : elementsOf(page, first)[0]
    const bounds = pageBox(editor)
    return words === undefined || bounds === null ? null : barPlace(words.getBoundingClientRect(), bounds, SIZE)
  })
  if (first === undefined || place === null) return null
  return (
    // Always from the left, also on a right-to-left page.
    <div className="selection-bar comment-bar" style={{ insetBlockStart: place.top, left: place.left }}>
      <Button icon={<MessageSquareText aria-hidden size={16} />} onPress={() => onShow(first)}>
        {t('comments.show', { count: keys.length })}
      </Button>
    </div>
  )
}
