import type { Editor } from 'slate'
import type { NewId } from '#core/article/factories.ts'
import { toggleDirection, toggleList, toggleQuote, toggleSubhead } from '../commands/blocks.ts'
import { toggleMark } from '../commands/marks.ts'
import type { ShortcutAction } from './shortcuts.ts'

/** Does what a shortcut or a toolbar button asks. `link` needs an address first: whoever has the popover opens it. */
export function runAction(editor: Editor, action: Exclude<ShortcutAction, 'link'>, newId: NewId): void {
  switch (action) {
    case 'bold':
    case 'italic':
    case 'underline':
      return toggleMark(editor, action)
    case 'undo':
      return editor.undo()
    case 'redo':
      return editor.redo()
    case 'subhead-2':
      return toggleSubhead(editor, 2)
    case 'subhead-3':
      return toggleSubhead(editor, 3)
    case 'ordered-list':
      return toggleList(editor, true, newId)
    case 'list':
      return toggleList(editor, false, newId)
    case 'quote':
      return toggleQuote(editor, newId)
    case 'direction':
      return toggleDirection(editor)
  }
}
