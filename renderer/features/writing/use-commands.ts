import { useMemo } from 'react'
import { TextQuote } from 'lucide-react'
import type { Editor } from 'slate'
import { useSettings } from '#renderer/bridge/settings.tsx'
import type { Command } from '#renderer/editor/menu/command.ts'
import { newBlockId } from '#renderer/editor/new-id.ts'
import { insertPlainText } from '#renderer/editor/paste/insert.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { SCREEN_COMMANDS, type ScreenCommandId } from './screen-commands.ts'
import type { SetView } from './use-view.ts'
import { zoomed } from './view-menu.tsx'

type OfView = 'focus' | 'typewriter' | 'zoom-in' | 'zoom-out'

/** What the commands do that the view alone does not decide. */
export type ScreenActions = Record<Exclude<ScreenCommandId, OfView>, () => void>

/** @returns the palette's commands of the writing screen, and the snippets for the slash menu. */
export function useCommands(
  editor: Editor,
  setView: SetView,
  actions: ScreenActions,
): { commands: Command[]; inserts: Command[] } {
  const t = useT()
  const { snippets } = useSettings().settings
  return useMemo(() => {
    const runs: Record<ScreenCommandId, () => void> = {
      ...actions,
      focus: () => setView((view) => ({ ...view, focus: !view.focus })),
      typewriter: () => setView((view) => ({ ...view, typewriter: !view.typewriter })),
      'zoom-in': () => setView((view) => zoomed(view, 1)),
      'zoom-out': () => setView((view) => zoomed(view, -1)),
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
      run: () => insertPlainText(editor, snippet.text, newBlockId),
    }))
    return { commands, inserts }
  }, [editor, t, setView, snippets, actions])
}
