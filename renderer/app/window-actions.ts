import { Keyboard, Plus, Search } from 'lucide-react'
import type { MessageKey } from '#core/locale/translate.ts'
import { PALETTE_KEYS, type Keys } from '#renderer/editor/keys/keys.ts'
import type { Command } from '#renderer/editor/menu/command.ts'

type WindowAction = Pick<Command, 'words' | 'icon'> & { label: MessageKey; keys?: readonly Keys[] }

/** What every screen offers. */
export const WINDOW_ACTIONS = {
  palette: { label: 'writing.palette', words: '', icon: Search, keys: [PALETTE_KEYS] },
  new: { label: 'common.nav-new', words: 'جديد new article', icon: Plus },
  shortcuts: {
    label: 'common.shortcuts',
    words: 'مفاتيح مساعدة shortcuts keys help',
    icon: Keyboard,
    keys: [{ code: 'F1', plain: true }],
  },
} as const satisfies Record<string, WindowAction>
