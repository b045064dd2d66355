import { useCallback, useState, type KeyboardEvent } from 'react'
import { Editor, Node, Range, Transforms } from 'slate'
import { Editable, ReactEditor, useSlateStatic } from 'slate-react'
import { paragraph } from '#core/article/factories.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { Leaf } from './blocks/inline/inline.tsx'
import { renderElement } from './blocks/render.tsx'
import { HeadChips } from './head-chips.tsx'
import { caretDirection, moveCaret, readArrow } from './keys/arrows.ts'
import { runAction } from './keys/run-action.ts'
import { readShortcut } from './keys/shortcuts.ts'
import { LinkDialog } from './link-dialog.tsx'
import { newBlockId } from './new-id.ts'
import { isMac } from './platform.ts'
import { SelectionBar } from './selection-bar.tsx'
import './editor.css'

/** The page that is written on. Stands inside a `Slate` with an editor of `createArticleEditor`. */
export function ArticleEditor({ readOnly }: { readOnly: boolean }) {
  const t = useT()
  const editor = useSlateStatic()
  const [isLinking, setLinking] = useState(false)
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      // While an input method composes, its keys are its own.
      if (event.nativeEvent.isComposing) return
      // A dialog that a block opened is no part of the page, but its keys come through here.
      if (!(event.target instanceof Element) || !event.currentTarget.contains(event.target)) return
      takeDomSelection(editor)
      const action = readShortcut(event, isMac)
      if (action !== null && !readOnly) {
        event.preventDefault()
        if (action === 'link') setLinking(true)
        else runAction(editor, action, newBlockId)
        return
      }
      const move = readArrow(event, caretDirection(editor), isMac)
      if (move === null || readOnly) return
      event.preventDefault()
      moveCaret(editor, move)
    },
    [editor, readOnly],
  )
  return (
    <>
      {readOnly ? null : <HeadChips />}
      <Editable
        className="editor-page"
        dir="rtl"
        lang="ar"
        aria-label={t('writing.text')}
        aria-multiline
        data-testid="editor"
        readOnly={readOnly}
        renderElement={renderElement}
        renderLeaf={Leaf}
        onKeyDown={onKeyDown}
        scrollSelectionIntoView={scrollIntoView}
        spellCheck
      />
      {readOnly ? null : <Below />}
      {readOnly ? null : <SelectionBar onLink={() => setLinking(true)} />}
      {isLinking ? <LinkDialog onClose={() => setLinking(false)} /> : null}
    </>
  )
}

/**
 * Brings the editor's selection up to the page's. Slate hears of a moved caret only after a while; a key that
 * follows at once would act where the caret was before.
 */
function takeDomSelection(editor: Editor): void {
  const selection = window.getSelection()
  if (selection === null || selection.rangeCount === 0 || !ReactEditor.isFocused(editor)) return
  const range = ReactEditor.toSlateRange(editor, selection, { exactMatch: false, suppressThrow: true })
  if (range !== null && (editor.selection === null || !Range.equals(range, editor.selection))) {
    Transforms.select(editor, range)
  }
}

/** Keeps the line that is written in sight, and otherwise leaves the page where it is. */
function scrollIntoView(_editor: unknown, range: globalThis.Range): void {
  const line = range.startContainer.parentElement
  line?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** The empty page under the text: a click there goes on writing at the end. */
function Below() {
  const editor = useSlateStatic()
  return (
    <div
      className="editor-below"
      aria-hidden
      onMouseDown={(event) => {
        event.preventDefault()
        const last = editor.children.at(-1)
        const isParagraph = last !== undefined && 'type' in last && last.type === 'paragraph'
        if (last === undefined || !isParagraph || Node.string(last) !== '') {
          Transforms.insertNodes(editor, paragraph(newBlockId), { at: [editor.children.length] })
        }
        Transforms.select(editor, Editor.end(editor, []))
        ReactEditor.focus(editor)
      }}
    />
  )
}
