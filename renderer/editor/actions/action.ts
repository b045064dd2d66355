import type { ComponentType } from 'react'
import type { Editor } from 'slate'
import type { NewId } from '#core/article/factories.ts'
import type { MessageKey } from '#core/locale/translate.ts'
import type { Keys } from '../keys/keys.ts'

/** What an action can open: something that asks the person before the document changes. */
export type Asking = 'link' | 'isolate' | 'pictures' | 'palette' | 'slash'

export type ActionContext = {
  editor: Editor
  newId: NewId
  /** Opens what must be asked first. */
  ask: (what: Asking) => void
}

/** Something that can be done, wherever it is asked for: by keys, in a menu, on a toolbar, in the palette. */
export type Action = {
  id: string
  label: MessageKey
  /** Other names that somebody may look for it by, in both languages. */
  words: string
  group: 'head' | 'turn' | 'insert' | 'text' | 'arrange' | 'table' | 'direction' | 'history'
  icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>
  /** The first is shown in menus. */
  keys?: readonly Keys[]
  /** Whether what it would do is done already; absent: it is no switch. */
  isOn?: (editor: Editor) => boolean
  /** Whether it can be done at the caret; absent: always. */
  isReady?: (editor: Editor) => boolean
  run: (context: ActionContext) => void
}
