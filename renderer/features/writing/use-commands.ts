import { useMemo } from 'react'
import { TextQuote } from 'lucide-react'
import type { Editor } from 'slate'
import type { View } from '#core/contract/settings.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'
import type { Command } from '#renderer/editor/menu/command.ts'
import { insertPlainText } from '#renderer/editor/paste/insert.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { SCREEN_COMMANDS, type ScreenCommandId } from './screen-commands.ts'
import { zoomed } from './view-menu.tsx'

type OfView = 'focus' | 'typewriter' | 'zoom-in' | 'zoom-out'

/** What the commands do that the view alone does not decide. */
export type ScreenActions = Record<Exclude<ScreenCommandId, OfView>, () => void>

/** @returns the palette's commands of the writing screen, and the snippets for the slash menu. */
export function useCommands(editor: Editor, actions: ScreenActions): { commands: Command[]; inserts: Command[] } {
  const t = useT()
  const { settings, change } = useSettings()
  const { view, snippets } = settings
  return useMemo(() => {
    const setView = (next: View) => (): void => void change({ view: next }).catch(() => {})
    const runs: Record<ScreenCommandId, () => void> = {
      ...actions,
      focus: setView({ ...view, focus: !view.focus }),
      typewriter: setView({ ...view, typewriter: !view.typewriter }),
      'zoom-in': setView(zoomed(view, 1)),
      'zoom-out': setView(zoomed(view, -1)),
    }
    const commands = Object.entries(SCREEN_COMMANDS).map(([id, { label, ...command }]) => ({
      ...command,
      id,
      name: t(label),
      // `Object.entries` forgets that its keys are those of the table.
      run: runs[id as ScreenCommandId],
    }))
    const inserts = snippets.map((snippet) => ({
      id: `snippet-${snippet.id}`,
      name: snippet.name,
      words: `${t('writing.snippet')} ${snippet.text.slice(0, 60)}`,
      icon: TextQuote,
      run: () => insertPlainText(editor, snippet.text),
    }))
    return { commands, inserts }
  }, [editor, t, view, snippets, change, actions])
}
