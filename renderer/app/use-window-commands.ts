import { useMemo } from 'react'
import { FileText } from 'lucide-react'
import { knownBy } from '#core/article/opening.ts'
import { call } from '#renderer/bridge/client.ts'
import { matching, type Command } from '#renderer/editor/menu/command.ts'
import type { WindowCommands } from '#renderer/editor/menu/window-commands.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { PLACES } from './places.ts'
import { go } from './routes.ts'
import { WINDOW_ACTIONS } from './window-actions.ts'

/** The most articles that the palette offers. */
const MOST = 6
/** The store also finds words of the text: of so many, those are offered that match by their headline. */
const ASKED = 50

/** @returns the screens, a new article and the sheet of shortcuts as commands, and the search for articles by headline. */
export function useWindowCommands(onNew: () => void, onShortcuts: () => void): WindowCommands {
  const t = useT()
  return useMemo(() => {
    const commands: Command[] = [
      {
        id: 'new',
        name: t(WINDOW_ACTIONS.new.label),
        words: WINDOW_ACTIONS.new.words,
        icon: WINDOW_ACTIONS.new.icon,
        run: onNew,
      },
      ...PLACES.map(({ route, label, words, icon }) => ({
        ...{ id: `go-${route.screen}`, name: t(label), words, icon },
        run: () => go(route),
      })),
      {
        id: 'shortcuts',
        name: t(WINDOW_ACTIONS.shortcuts.label),
        words: WINDOW_ACTIONS.shortcuts.words,
        icon: WINDOW_ACTIONS.shortcuts.icon,
        keys: WINDOW_ACTIONS.shortcuts.keys[0],
        run: onShortcuts,
      },
    ]
    const search = async (typed: string): Promise<Command[]> => {
      const { rows } = await call('articles.list', { search: typed.slice(0, 500), limit: ASKED })
      const articles = rows.map((row) => ({
        ...{ id: `article-${row.id}`, name: knownBy(row), words: '', icon: FileText },
        run: () => go({ screen: 'article', id: row.id, blockId: null }),
      }))
      return matching(articles, typed).slice(0, MOST)
    }
    return { commands, search }
  }, [t, onNew, onShortcuts])
}
