import {
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
} from 'react'
import { Editor, Node, Transforms } from 'slate'
import { Editable, ReactEditor, useSlateStatic, type RenderChunkProps } from 'slate-react'
import { paragraph } from '#core/article/factories.ts'
import { traitsOf } from '#core/article/traits.ts'
import { useT } from '#renderer/ui/locale.tsx'
import type { Asking } from './actions/action.ts'
import { ACTIONS, isReady, pressedAction } from './actions/actions.ts'
import { KindAtCaret } from './kind-at-caret.tsx'
import { BlockHandle } from './block-handle.tsx'
import { Leaf } from './blocks/inline/inline.tsx'
import { renderElement } from './blocks/render.tsx'
import { indentItems } from './commands/list.ts'
import { setDirection } from './commands/blocks.ts'
import { stepCell } from './commands/table.ts'
import { decorate } from './decorations.ts'
import { HeadChips } from './head-chips.tsx'
import { moveCaret, readCaretKey, takeDomSelection } from './keys/caret.ts'
import { deleteByExtent } from './keys/delete-range.ts'
import { directionKeys } from './keys/direction-keys.ts'
import { isPressed } from './keys/keys.ts'
import { revealCaret } from './keys/reveal.ts'
import { LinkDialog } from './link-dialog.tsx'
import { commandOf, type Command } from './menu/command.ts'
import { Palette } from './menu/palette.tsx'
import { SlashMenu, type MenuKeys } from './menu/slash-menu.tsx'
import { isSlash } from './menu/slash-query.ts'
import { newBlockId } from './new-id.ts'
import { PasteReceiver } from './paste-receiver.tsx'
import { usePictureIntake } from './picture-intake.tsx'
import { pictureFiles } from './picture-store.ts'
import { isMac } from './platform.ts'
import { textBlocksIn } from './query.ts'
import { SelectionBar } from './selection-bar.tsx'
import './editor.css'

type ArticleEditorProps = {
  readOnly: boolean
  /** What else the palette offers. */
  commands?: readonly Command[]
  /** Snippets and the like, which the slash menu offers too. */
  inserts?: readonly Command[]
  asking: Asking | null
  onAsk: (what: Asking | null) => void
}

const NO_COMMANDS: readonly Command[] = []

/** The page that is written on. Stands inside a `Slate` with an editor of `createArticleEditor`. */
export function ArticleEditor({
  readOnly,
  commands = NO_COMMANDS,
  inserts = NO_COMMANDS,
  asking,
  onAsk,
}: ArticleEditorProps) {
  const t = useT()
  const editor = useSlateStatic()
  const menuKeys = useRef<MenuKeys>(null)
  const hearMenu = useCallback((hear: MenuKeys) => {
    menuKeys.current = hear
  }, [])
  const [isSlashOpen, setSlash] = useState(false)
  const closeSlash = useCallback(() => setSlash(false), [])
  const pictures = usePictureIntake()
  const readDirection = useMemo(() => directionKeys(), [])
  const isChoosing = asking === 'pictures'
  const choose = useEffectEvent(() => {
    pictures.choose()
    // The browser tells nobody that its dialog was left without a choice; it may be asked for again.
    onAsk(null)
  })
  useEffect(() => {
    if (isChoosing) choose()
  }, [isChoosing])
  const own = useMemo(
    () =>
      ACTIONS.map((action) => ({
        action,
        command: commandOf(action, t, () => action.run({ editor, newId: newBlockId, ask: onAsk })),
      })),
    [editor, onAsk, t],
  )
  const slashCommands = useMemo(
    () => [
      ...own.filter(({ action }) => action.group === 'turn' || action.group === 'insert').map(({ command }) => command),
      ...inserts,
    ],
    [own, inserts],
  )
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      // While an input method composes, its keys are its own.
      if (event.nativeEvent.isComposing) return true
      // A dialog that a block opened is no part of the page, but its keys come through here.
      if (!(event.target instanceof Element) || !event.currentTarget.contains(event.target)) return true
      readDirection(event.nativeEvent)
      if (menuKeys.current?.(event.key) === true) {
        event.preventDefault()
        return true
      }
      // A letter needs no more: Slate itself looks where it goes. AltGr, which writes signs, counts as Ctrl with Alt.
      if (isLetter(event) || event.getModifierState('AltGraph')) return false
      takeDomSelection(editor)
      if (!readOnly && pressed(editor, event, onAsk)) {
        event.preventDefault()
        return true
      }
      const move = readOnly ? null : readCaretKey(event, isMac)
      if (move !== null) {
        event.preventDefault()
        moveCaret(editor, move)
        return true
      }
      return false
    },
    [editor, readOnly, readDirection, onAsk],
  )
  return (
    <>
      {readOnly ? null : <HeadChips />}
      <div className="editor-frame">
        <Editable
          className="editor-page"
          dir="rtl"
          lang="ar"
          role="textbox"
          aria-label={t('writing.text')}
          aria-multiline
          data-testid="editor"
          readOnly={readOnly}
          decorate={decorate}
          renderElement={renderElement}
          renderChunk={Chunk}
          renderLeaf={Leaf}
          onKeyDown={onKeyDown}
          onKeyUp={(event) => {
            const direction = readDirection(event.nativeEvent)
            if (direction !== null && !readOnly) setDirection(editor, direction)
          }}
          onDOMBeforeInput={(event) => {
            if (event.inputType === 'insertText' && isSlash(event.data)) setSlash(true)
            if (!deleteByExtent(editor, event)) return false
            event.preventDefault()
            return true
          }}
          // At once: what Slate hears later could throw a double click's selection back to the first click's caret.
          onMouseUp={() => takeDomSelection(editor)}
          onPaste={(event: ClipboardEvent) => {
            // Programs put a picture of the text beside it: where there are words, the words are meant.
            const { files, types } = event.clipboardData
            if (types.includes('text/plain') || types.includes('text/html') || readOnly || !pictures.take(files))
              return false
            event.preventDefault()
            return true
          }}
          onDrop={(event: DragEvent) => {
            if (readOnly || pictureFiles(event.dataTransfer.files).length === 0) return false
            event.preventDefault()
            Transforms.select(editor, ReactEditor.findEventRange(editor, event))
            return pictures.take(event.dataTransfer.files)
          }}
          scrollSelectionIntoView={() => revealCaret(editor)}
          spellCheck
        />
        {readOnly ? null : <BlockHandle ask={onAsk} />}
      </div>
      {readOnly ? null : <Below />}
      {readOnly ? null : <SelectionBar ask={onAsk} />}
      {readOnly ? null : (
        <SlashMenu commands={slashCommands} keys={hearMenu} isOpen={isSlashOpen} onClose={closeSlash} />
      )}
      {readOnly ? null : pictures.view}
      {readOnly ? null : <PasteReceiver />}
      {readOnly ? null : <KindAtCaret />}
      {asking === 'link' ? <LinkDialog onClose={() => onAsk(null)} /> : null}
      {asking === 'palette' ? (
        <Palette
          commands={[
            ...(readOnly ? [] : own.filter(({ action }) => isReady(action, editor)).map(({ command }) => command)),
            ...(readOnly ? [] : inserts),
            ...commands,
          ]}
          onClose={() => {
            onAsk(null)
            requestAnimationFrame(() => ReactEditor.focus(editor))
          }}
        />
      ) : null}
    </>
  )
}

/** Whether a key writes a letter, and asks for nothing else. */
function isLetter({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return /^.$/su.test(key) && !ctrlKey && !metaKey
}

/** Does what a key press asks for. @returns whether it asked for anything. */
function pressed(editor: Editor, event: KeyboardEvent, ask: (what: Asking) => void): boolean {
  if (isPressed({ code: 'KeyK' }, event, isMac)) {
    ask('palette')
    return true
  }
  if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) {
    const step = event.shiftKey ? -1 : 1
    const tabs = new Set(textBlocksIn(editor).map(([line]) => traitsOf(line.type).tab))
    if (tabs.has('indent')) return indentItems(editor, step)
    return tabs.has('next-cell') && stepCell(editor, step, newBlockId)
  }
  const action = pressedAction(event, isMac)
  if (action === null) return false
  if (isReady(action, editor)) action.run({ editor, newId: newBlockId, ask })
  return true
}

/** A stretch of blocks that the browser need not lay out while it is out of sight. */
function Chunk({ attributes, lowest, children }: RenderChunkProps) {
  return (
    <div {...attributes} className={lowest ? 'editor-chunk' : undefined}>
      {children}
    </div>
  )
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
