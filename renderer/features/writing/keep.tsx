import { Node, Range, type Editor } from 'slate'
import { ReactEditor, useSlateStatic } from 'slate-react'
import { nanoid } from 'nanoid'
import type { Article } from '#core/article/article.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'
import { textBlockAt } from '#renderer/editor/query.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { NameDialog } from './name-dialog.tsx'

/** What of this article is to be kept for others. */
export type Keeping = 'template' | 'snippet'

/** @returns the selected words, a line for each line; at a bare caret those of its line. */
function selectedText(editor: Editor): string {
  if (editor.selection === null) return ''
  if (Range.isCollapsed(editor.selection)) return Node.string(textBlockAt(editor)?.[0] ?? { text: '' }).trim()
  return editor
    .getFragment()
    .map((block) => Node.string(block))
    .join('\n')
    .trim()
}

/** Keeps the article as a template of the house, or the selected words as a snippet, under a name. */
export function Keep({ what, current, onClose }: { what: Keeping; current: () => Article; onClose: () => void }) {
  const t = useT()
  const editor = useSlateStatic()
  const { settings, change } = useSettings()
  const close = (): void => {
    onClose()
    // After the dialog has given its own focus back.
    requestAnimationFrame(() => ReactEditor.focus(editor))
  }
  if (what === 'template') {
    return (
      <NameDialog
        title={t('writing.saveTemplate')}
        label={t('writing.templateName')}
        hint={t('writing.templateHint')}
        onClose={close}
        onName={(name) => {
          const { document, metadata } = current()
          const same = settings.templates.find((each) => each.name === name)
          const template = { id: same?.id ?? nanoid(), name, kind: metadata.kind, document }
          const others = settings.templates.filter((each) => each !== same)
          return change({ templates: [...others, template] })
        }}
      />
    )
  }
  return (
    <NameDialog
      title={t('writing.saveSnippet')}
      label={t('writing.snippetName')}
      onClose={close}
      onName={(name) => {
        const snippet = { id: nanoid(), name, text: selectedText(editor).slice(0, 5000) }
        return change({ snippets: [...settings.snippets.filter((each) => each.name !== name), snippet] })
      }}
    />
  )
}
