import { Toolbar } from 'react-aria-components'
import { Editor, Range } from 'slate'
import { ReactEditor, useFocused, useSlate } from 'slate-react'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import type { Action, ActionContext } from './actions/action.ts'
import { actionOf } from './actions/actions.ts'
import { barPlace, type BarSize } from './bar-place.ts'
import { keysLabel } from './keys/keys.ts'
import { newBlockId } from './new-id.ts'
import { pageBox } from './page-box.ts'
import { useBarPlace } from './use-bar-place.ts'

const ACTIONS_SHOWN: readonly Action[] = ['bold', 'italic', 'underline', 'link', 'isolate', 'clear', 'comment'].map(
  actionOf,
)

/** Its buttons with the gaps between them, and its padding and border: button.css and editor.css. */
const sizeOf = (buttons: number): BarSize => ({ width: buttons * 38 + 6, height: 44, gap: 8 })

/** The toolbar beside the selected text. @param props.readOnly offers only what changes nothing */
export function SelectionBar({ ask, readOnly }: Pick<ActionContext, 'ask'> & { readOnly: boolean }) {
  const t = useT()
  const editor = useSlate()
  const focused = useFocused()
  const { selection } = editor
  // Beside selected blocks there are no words that it stands at.
  const hasWords =
    selection?.level === undefined &&
    selection !== null &&
    Range.isExpanded(selection) &&
    Editor.string(editor, selection) !== ''
  const isShown = hasWords && (focused || readOnly)
  const shown = readOnly ? ACTIONS_SHOWN.filter(({ readsOnly }) => readsOnly) : ACTIONS_SHOWN
  const place = useBarPlace(isShown, () => {
    if (editor.selection === null) return null
    const page = pageBox(editor)
    const words = ReactEditor.resolveDOMRange(editor, editor.selection)
    return words === null || page === null ? null : barPlace(words.getBoundingClientRect(), page, sizeOf(shown.length))
  })
  if (!isShown || place === null) return null
  return (
    // Always from the left, also on a right-to-left page.
    <div className="selection-bar" style={{ insetBlockStart: place.top, left: place.left }}>
      <Toolbar aria-label={t('writing.formatting')} className="block-toolbar">
        {shown.map((action) => (
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
