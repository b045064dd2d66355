import { Node, Range, type Editor } from 'slate'
import { useSlateStatic } from 'slate-react'
import { nanoid } from 'nanoid'
import type { Article } from '#core/article/article.ts'
import type { Settings } from '#core/contract/settings.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'
import { closeToText } from '#renderer/editor/focus-text.ts'
import { textBlockAt } from '#renderer/editor/query.ts'
import { errorWords } from '#renderer/ui/error-text.tsx'
import { FieldDialog } from '#renderer/ui/field-dialog.tsx'
import { useT } from '#renderer/ui/locale.tsx'

/** What the dialog saves: the whole article as a template, or the selection as a snippet. */
export type Preset = 'template' | 'snippet'

/** @returns the selected text, one line per block; at a collapsed selection the text of its block. */
function selectedText(editor: Editor): string {
  if (editor.selection === null) return ''
  if (Range.isCollapsed(editor.selection)) return Node.string(textBlockAt(editor)?.[0] ?? { text: '' }).trim()
  return editor
    .getFragment()
    .map((block) => Node.string(block))
    .join('\n')
    .trim()
}

/** Asks for a name, and saves the article as a template of the house, or the selection as a snippet. */
export function SavePresetDialog({
  preset,
  current,
  onClose,
}: {
  preset: Preset
  current: () => Article
  onClose: () => void
}) {
  const t = useT()
  const editor = useSlateStatic()
  const { settings, change } = useSettings()
  const close = (): void => closeToText(editor, onClose)
  const savePreset = async (name: string): Promise<string | null> => {
    if (name === '') return t('writing.nameMissing')
    try {
      await change(
        preset === 'template'
          ? withTemplate(settings, name, current())
          : withSnippet(settings, name, selectedText(editor)),
      )
      return null
    } catch (error) {
      return errorWords(error, t)
    }
  }
  const isTemplate = preset === 'template'
  return (
    <FieldDialog
      title={t(isTemplate ? 'writing.saveTemplateTitle' : 'writing.saveSnippetTitle')}
      label={t(isTemplate ? 'writing.templateName' : 'writing.snippetName')}
      {...(isTemplate ? { description: t('writing.templateHint') } : {})}
      maxLength={100}
      apply={t('common.save')}
      cancel={t('writing.cancel')}
      onApply={(name) => savePreset(name.trim())}
      onClose={close}
    />
  )
}

/** @returns the templates with this article added; it replaces one of the same name. */
function withTemplate({ templates }: Settings, name: string, { document, metadata }: Article): Partial<Settings> {
  const same = templates.find((each) => each.name === name)
  const template = { id: same?.id ?? nanoid(), name, kind: metadata.kind, document }
  return { templates: [...templates.filter((each) => each !== same), template] }
}

/** @returns the snippets with this text added; it replaces one of the same name. */
function withSnippet({ snippets }: Settings, name: string, text: string): Partial<Settings> {
  return {
    snippets: [...snippets.filter((each) => each.name !== name), { id: nanoid(), name, text: text.slice(0, 5000) }],
  }
}
