import { useEffect, useState } from 'react'
import { Bold, Italic, Link, PilcrowLeft, Underline } from 'lucide-react'
import { Toolbar } from 'react-aria-components'
import { Editor, Range } from 'slate'
import { ReactEditor, useFocused, useSlate } from 'slate-react'
import type { FormatMark } from '#core/article/inline.ts'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { inIsolate, linkAt, toggleIsolate } from './commands/links.ts'
import { hasMark, toggleMark } from './commands/marks.ts'
import { keyLabel } from './platform.ts'

const MARKS: readonly { mark: FormatMark; icon: typeof Bold; keys: string }[] = [
  { mark: 'bold', icon: Bold, keys: 'Ctrl+B' },
  { mark: 'italic', icon: Italic, keys: 'Ctrl+I' },
  { mark: 'underline', icon: Underline, keys: 'Ctrl+U' },
]

const GAP = 8
const HEIGHT = 44

/** What can be done with the selected words, right above them. */
export function SelectionBar({ onLink }: { onLink: () => void }) {
  const t = useT()
  const editor = useSlate()
  const focused = useFocused()
  const { selection } = editor
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null)
  const hasWords = selection !== null && Range.isExpanded(selection) && Editor.string(editor, selection) !== ''
  useEffect(() => {
    // Where the words are on the screen is known only after they were drawn.
    // oxlint-disable-next-line react/set-state-in-effect
    if (!hasWords || !focused) return setPlace(null)
    const follow = (): void => {
      if (editor.selection === null) return
      const { top, bottom, left, width } = ReactEditor.toDOMRange(editor, editor.selection).getBoundingClientRect()
      const page = ReactEditor.toDOMNode(editor, editor).parentElement?.getBoundingClientRect()
      // Over words that were scrolled out of sight it would only lie in the way.
      const isSeen = page === undefined || (bottom > page.top && top < page.bottom)
      setPlace(isSeen ? { top: Math.max(page?.top ?? 0, top - HEIGHT - GAP), left: left + width / 2 } : null)
    }
    follow()
    // Captured: it is the page that scrolls, and not the document.
    document.addEventListener('scroll', follow, true)
    return () => document.removeEventListener('scroll', follow, true)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the place follows the selection
  }, [editor, hasWords, focused, selection])
  if (place === null) return null
  return (
    // The place of the words is measured from the left, whatever the direction of the page.
    <div
      className="selection-bar"
      style={{ insetBlockStart: place.top, left: place.left, transform: 'translateX(-50%)' }}
    >
      <Toolbar aria-label={t('writing.formatting')} className="block-toolbar">
        {MARKS.map(({ mark, icon: Icon, keys }) => (
          <IconButton
            key={mark}
            keepsFocus
            label={`${t(`writing.${mark}`)} (${keyLabel(keys)})`}
            icon={<Icon aria-hidden size={16} />}
            isPressed={hasMark(editor, mark)}
            onPress={() => toggleMark(editor, mark)}
          />
        ))}
        <IconButton
          keepsFocus
          label={`${t('writing.link')} (${keyLabel('Ctrl+K')})`}
          icon={<Link aria-hidden size={16} />}
          isPressed={linkAt(editor) !== null}
          onPress={onLink}
        />
        <IconButton
          keepsFocus
          label={t('writing.isolate')}
          icon={<PilcrowLeft aria-hidden size={16} />}
          isPressed={inIsolate(editor)}
          onPress={() => toggleIsolate(editor)}
        />
      </Toolbar>
    </div>
  )
}
