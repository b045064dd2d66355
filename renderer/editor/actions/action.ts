import type { ComponentType } from 'react'
import type { Editor } from 'slate'
import type { NewId } from '#core/article/factories.ts'
import type { MessageKey } from '#core/locale/translate.ts'
import type { Keys } from '../keys/keys.ts'

/** What an action can open to ask the writer something: a dialog, the file picker, the palette or a new comment. */
export type Asking = 'link' | 'alt' | 'pictures' | 'embed' | 'article' | 'palette' | 'comment'

export type ActionContext = {
  editor: Editor
  newId: NewId
  /** Opens it. */
  ask: (what: Asking) => void
}

/** A command of the editor. Keys, menus, toolbars and the palette all run the same actions. */
export type Action = {
  id: string
  label: MessageKey
  /** Search words for menus and the palette, in both languages. */
  words: string
  group: 'head' | 'turn' | 'insert' | 'text' | 'arrange' | 'table' | 'direction' | 'history' | 'review'
  icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>
  /** Its shortcuts. Menus show the first. */
  keys?: readonly Keys[]
  /** Whether a toggle is on at the selection. Absent: the action is not a toggle. */
  isOn?: (editor: Editor) => boolean
  /** Whether it can run at the selection. Absent: always. */
  isReady?: (editor: Editor) => boolean
  /** Changes nothing: it can run where nothing may be written. */
  readsOnly?: true
  run: (context: ActionContext) => void
}
