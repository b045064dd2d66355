import { useEffect, type CSSProperties } from 'react'
import type { Editor } from 'slate'
import { ReactEditor, useSlateSelector } from 'slate-react'
import type { View } from '#core/contract/settings.ts'
import { setReveal } from '#renderer/editor/keys/reveal.ts'

const FONTS: Record<View['font'], string> = {
  naskh: "'Noto Naskh Arabic', serif",
  plex: 'var(--font-ui)',
  system: 'system-ui, sans-serif',
}
const WIDTHS: Record<View['width'], string> = { narrow: '36rem', normal: '45rem', wide: '60rem' }

/** Changes how the page is shown. The change is computed from the newest view, so that two keys in a row both count. */
export type SetView = (next: (view: View) => View) => void

/** @returns the style of the element around the page. */
export function viewStyle(view: View): CSSProperties {
  return {
    '--font-text': FONTS[view.font],
    '--page-width': `calc(${WIDTHS[view.width]} * ${view.zoom / 100})`,
    '--text-zoom': view.zoom / 100,
  } as CSSProperties
}

/** Applies focus mode and typewriter scrolling while the view asks for them. */
export function useView(editor: Editor, view: View): void {
  useEffect(() => setReveal(editor, view.typewriter ? 'centre' : 'nearest'), [editor, view.typewriter])
  useEffect(() => {
    if (!view.focus) return
    document.documentElement.dataset['focusMode'] = ''
    return () => {
      delete document.documentElement.dataset['focusMode']
    }
  }, [view.focus])
}

/** Marks the block of the caret, which focus mode does not dim. */
export function CurrentBlock({ editor }: { editor: Editor }) {
  const index = useSlateSelector((each) => each.selection?.focus.path[0] ?? -1)
  const node = editor.children[index]
  useEffect(() => {
    if (node === undefined) return
    const block = ReactEditor.toDOMNode(editor, node)
    block.dataset['current'] = ''
    return () => {
      delete block.dataset['current']
    }
  }, [editor, node])
  return null
}
