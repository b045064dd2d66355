import { useMemo } from 'react'
import {
  FileText,
  Focus,
  History,
  Printer,
  Replace,
  Search,
  TextQuote,
  Trash2,
  Type,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import type { Editor } from 'slate'
import type { View } from '#core/contract/settings.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'
import type { Keys } from '#renderer/editor/keys/keys.ts'
import type { Command } from '#renderer/editor/menu/command.ts'
import { insertPlainText } from '#renderer/editor/paste/insert.ts'
import { useT } from '#renderer/ui/locale.tsx'
import type { Preset } from './save-preset-dialog.tsx'
import { zoomed } from './view-menu.tsx'

/** Commands of the screen, besides the editor's own actions. */
export type ScreenActions = {
  find: (withReplace: boolean) => void
  savePreset: (preset: Preset) => void
  print: () => void
  putAway: () => void
  versions: () => void
}

export const SCREEN_KEYS = {
  find: { code: 'KeyF' },
  replace: { code: 'KeyH' },
  print: { code: 'KeyP' },
  focus: { code: 'KeyF', shift: true },
  zoomIn: { code: 'Equal', alt: true },
  zoomOut: { code: 'Minus', alt: true },
} as const satisfies Record<string, Keys>

/** @returns the palette's commands of the writing screen, and the snippets for the slash menu. */
export function useCommands(
  editor: Editor,
  { find, savePreset, print, putAway, versions }: ScreenActions,
): { commands: Command[]; inserts: Command[] } {
  const t = useT()
  const { settings, change } = useSettings()
  const { view, snippets } = settings
  return useMemo(() => {
    const setView = (next: View) => (): void => void change({ view: next }).catch(() => {})
    const commands: Command[] = [
      {
        id: 'find',
        name: t('writing.find'),
        words: 'بحث find search',
        icon: Search,
        keys: SCREEN_KEYS.find,
        run: () => find(false),
      },
      {
        id: 'replace',
        name: t('writing.replace'),
        words: 'استبدال replace',
        icon: Replace,
        keys: SCREEN_KEYS.replace,
        run: () => find(true),
      },
      {
        id: 'focus',
        name: t('writing.focusMode'),
        words: 'تركيز focus zen',
        icon: Focus,
        keys: SCREEN_KEYS.focus,
        run: setView({ ...view, focus: !view.focus }),
      },
      {
        id: 'typewriter',
        name: t('writing.typewriter'),
        words: 'آلة كاتبة وسط typewriter',
        icon: Type,
        run: setView({ ...view, typewriter: !view.typewriter }),
      },
      {
        id: 'zoom-in',
        name: t('writing.zoomIn'),
        words: 'تكبير zoom',
        icon: ZoomIn,
        keys: SCREEN_KEYS.zoomIn,
        run: setView(zoomed(view, 1)),
      },
      {
        id: 'zoom-out',
        name: t('writing.zoomOut'),
        words: 'تصغير zoom',
        icon: ZoomOut,
        keys: SCREEN_KEYS.zoomOut,
        run: setView(zoomed(view, -1)),
      },
      {
        id: 'print',
        name: t('writing.print'),
        words: 'طباعة pdf print proof',
        icon: Printer,
        keys: SCREEN_KEYS.print,
        run: print,
      },
      {
        id: 'save-template',
        name: t('writing.saveTemplate'),
        words: 'قالب template',
        icon: FileText,
        run: () => savePreset('template'),
      },
      {
        id: 'save-snippet',
        name: t('writing.saveSnippet'),
        words: 'عبارة snippet',
        icon: TextQuote,
        run: () => savePreset('snippet'),
      },
      {
        id: 'versions',
        name: t('history.tab'),
        words: 'نسخ سابقة تاريخ مقارنة استعادة versions history compare restore',
        icon: History,
        run: versions,
      },
      {
        id: 'put-away',
        name: t('bin.put'),
        words: 'حذف سلة delete bin trash',
        icon: Trash2,
        run: putAway,
      },
    ]
    const inserts = snippets.map((snippet) => ({
      id: `snippet-${snippet.id}`,
      name: snippet.name,
      words: `${t('writing.snippet')} ${snippet.text.slice(0, 60)}`,
      icon: TextQuote,
      run: () => insertPlainText(editor, snippet.text),
    }))
    return { commands, inserts }
  }, [editor, t, view, snippets, change, find, savePreset, print, putAway, versions])
}
