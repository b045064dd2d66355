import { useEffect, useState } from 'react'
import { Toolbar } from 'react-aria-components'
import { Editor, Range } from 'slate'
import { ReactEditor, useFocused, useSlate } from 'slate-react'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import type { Action, ActionContext } from './actions/action.ts'
import { actionOf } from './actions/actions.ts'
import { keysLabel } from './keys/keys.ts'
import { newBlockId } from './new-id.ts'

const TOOLS: readonly Action[] = ['bold', 'italic', 'underline', 'link', 'isolate', 'clear'].map(actionOf)

const GAP = 8
const HEIGHT = 44

/** What can be done with the selected words, right above them. */
export function SelectionBar({ ask }: Pick<ActionContext, 'ask'>) {
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
        {TOOLS.map((action) => (
          <IconButton
            key={action.id}
            keepsFocus
            label={
              action.keys?.[0] === undefined ? t(action.label) : `${t(action.label)} (${keysLabel(action.keys[0])})`
            }
            icon={<action.icon aria-hidden size={16} />}
            {...(action.isOn === undefined ? {} : { isPressed: action.isOn(editor) })}
            onPress={() => action.run({ editor, newId: newBlockId, ask })}
          />
        ))}
      </Toolbar>
    </div>
  )
}
