import { useState } from 'react'
import type { Editor } from 'slate'
import type { View } from '#core/contract/settings.ts'
import { closeToText } from '#renderer/editor/focus-text.ts'
import type { Pane } from '#renderer/ui/use-pane.ts'
import type { InspectorTab } from './inspector.tsx'
import type { SetView } from './use-view.ts'

export type Finding = 'find' | 'replace'

type PanesOptions = {
  editor: Editor
  inspector: Pane
  view: View
  setView: SetView
  onTab: (tab: InspectorTab) => void
}

/**
 * The side panel and the find bar. In a narrow window the panel covers the page: it would cover the find bar, or the bar
 * its tabs, so only one of them is open there.
 */
export function usePanes({ editor, inspector, view, setView, onTab }: PanesOptions) {
  const [finding, setFinding] = useState<Finding | null>(null)
  const hasInspector = inspector.isOpen && !view.focus
  const showInspector = (isOpen: boolean): void => {
    if (isOpen && inspector.isNarrow) setFinding(null)
    inspector.setOpen(isOpen)
  }
  const closePanel = (): void => closeToText(editor, () => inspector.setOpen(false))
  return {
    finding,
    hasInspector,
    showInspector,
    closePanel,
    find: (kind: Finding): void => {
      if (inspector.isNarrow) inspector.setOpen(false)
      setFinding(kind)
    },
    closeFind: () => setFinding(null),
    /** Closes the panel over the page, or the find bar. @returns whether one of them was open. */
    closeWhatCovers: (): boolean => {
      const isCovered = hasInspector && inspector.isNarrow
      if (isCovered) closePanel()
      else if (finding !== null) closeToText(editor, () => setFinding(null))
      return isCovered || finding !== null
    },
    showTab: (shown: InspectorTab): void => {
      onTab(shown)
      showInspector(true)
      // Focus mode hides the panel.
      if (view.focus) setView((now) => ({ ...now, focus: false }))
    },
  }
}
