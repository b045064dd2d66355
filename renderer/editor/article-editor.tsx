import {
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
} from 'react'
import { Editable, ReactEditor, useSlateStatic, type RenderChunkProps } from 'slate-react'
import { useT } from '#renderer/ui/locale.tsx'
import type { Asking } from './actions/action.ts'
import { ACTIONS, isReady } from './actions/actions.ts'
import { ArticlePicker } from './article-picker.tsx'
import { AskProvider } from './asking.tsx'
import { BlockAnnouncer } from './block-announcer.tsx'
import { BlockHandle } from './block-handle.tsx'
import { AltOfCaret } from './blocks/figure/alt-dialog.tsx'
import { Leaf, TextRun } from './blocks/inline/inline.tsx'
import { setDirection } from './commands/blocks.ts'
import { decorate, decorateAll, type Decorate } from './decorations.ts'
import { EmbedDialog } from './embed-dialog.tsx'
import { closeToText, leaveText } from './focus-text.ts'
import { HeadChips } from './head-chips.tsx'
import { keepFocus } from './focus/keep-focus.ts'
import { tellFocus } from './focus/tell-focus.ts'
import { leaveSelection } from './focus/leave-selection.ts'
import { syncSelectionFromDom } from './keys/caret.ts'
import { deleteWordOrLine } from './keys/delete-word-or-line.ts'
import { directionKeys } from './keys/direction-keys.ts'
import { keepInSight } from './keys/keep-in-sight.ts'
import { watchComposition } from './keys/watch-composition.ts'
import { handleKeyDown } from './keys/key-down.ts'
import { replaceWords } from './keys/replace-words.ts'
import { revealCaret } from './keys/reveal.ts'
import { LinkBar } from './link-bar.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { MarginDrag } from './margin-drag.tsx'
import { commandOf, type Command } from './menu/command.ts'
import { ContextMenu } from './menu/context-menu.tsx'
import { Palette } from './menu/palette.tsx'
import { SlashMenu, type MenuKeyHandler } from './menu/slash-menu.tsx'
import { isSlash } from './menu/slash-query.ts'
import { newBlockId } from './new-id.ts'
import { PasteReceiver } from './paste-receiver.tsx'
import { ChangesProvider, renderChanged, type Changes } from './proposals/changed-block.tsx'
import { PictureDrop } from './picture-drop.tsx'
import { usePictureIntake } from './picture-intake.tsx'
import { composeAtBlocks, cutBlocks, inputAtBlocks, isTripleClick, pressBlock } from './selection/block-events.ts'
import { SelectedMarks } from './selection/selected-marks.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { SpaceBelow } from './space-below.tsx'
import './editor.css'

type ArticleEditorProps = {
  readOnly: boolean
  /** Commands of the window that the palette offers besides the actions. */
  commands?: readonly Command[]
  /** Commands that insert text, such as snippets. The slash menu and the palette offer them. */
  inserts?: readonly Command[]
  /** What review draws in the text, such as the words of comments. */
  marks?: readonly Decorate[]
  /** Changes that are drawn and not made; none by default. */
  changes?: Changes | null
  /** What is open, if anything. */
  asking: Asking | null
  onAsk: (what: Asking | null) => void
}

const NO_COMMANDS: readonly Command[] = []
const NO_MARKS: readonly Decorate[] = []

/** The editor of an article. Must be rendered inside a `Slate` with an editor of `createArticleEditor`. */
export function ArticleEditor({
  readOnly,
  commands = NO_COMMANDS,
  inserts = NO_COMMANDS,
  marks = NO_MARKS,
  changes = null,
  asking,
  onAsk,
}: ArticleEditorProps) {
  const t = useT()
  const editor = useSlateStatic()
  const menuKeyHandler = useRef<MenuKeyHandler>(null)
  const setMenuKeyHandler = useCallback((handler: MenuKeyHandler) => {
    menuKeyHandler.current = handler
  }, [])
  const [isSlashOpen, setSlash] = useState(false)
  const closeSlash = useCallback(() => setSlash(false), [])
  const decorateText = useMemo(() => decorateAll([decorate, ...marks]), [marks])
  const pictures = usePictureIntake()
  const readDirection = useMemo(() => directionKeys(), [])
  useEffect(() => tellFocus(editor), [editor])
  useEffect(() => keepFocus(editor), [editor])
  useEffect(() => leaveSelection(editor), [editor])
  useEffect(() => watchComposition(editor), [editor])
  useEffect(() => keepInSight(editor), [editor])
  const isChoosing = asking === 'pictures'
  const openFileDialog = useEffectEvent(() => {
    pictures.openFileDialog()
    // Reset at once: browsers do not always report that a file dialog was cancelled.
    onAsk(null)
  })
  useEffect(() => {
    if (isChoosing) openFileDialog()
  }, [isChoosing])
  const actionCommands = useMemo(
    () =>
      ACTIONS.map((action) => ({
        action,
        command: commandOf(action, t, () => action.run({ editor, newId: newBlockId, ask: onAsk })),
      })),
    [editor, onAsk, t],
  )
  const slashCommands = useMemo(
    () => [
      ...actionCommands
        .filter(({ action }) => action.group === 'turn' || action.group === 'insert')
        .map(({ command }) => command),
      ...inserts,
    ],
    [actionCommands, inserts],
  )
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      // During composition, the input method handles the keys.
      if (ReactEditor.isComposing(editor)) return true
      // React events bubble here from dialogs that a block opens in a portal.
      if (!(event.target instanceof Element) || !event.currentTarget.contains(event.target)) return true
      readDirection(event.nativeEvent)
      if (menuKeyHandler.current?.(event.key) === true) {
        event.preventDefault()
        return true
      }
      if (!handleKeyDown(editor, event, readOnly, onAsk)) return false
      event.preventDefault()
      return true
    },
    [editor, readOnly, readDirection, onAsk],
  )
  return (
    <>
      {readOnly ? null : <HeadChips />}
      <div className="editor-frame">
        <ChangesProvider value={changes}>
          <AskProvider value={onAsk}>
            <Editable
              className="editor-page"
              dir="rtl"
              lang="ar"
              role="textbox"
              aria-label={t('writing.text')}
              aria-multiline
              data-testid="editor"
              readOnly={readOnly}
              decorate={decorateText}
              renderElement={renderChanged}
              renderChunk={Chunk}
              renderLeaf={Leaf}
              renderText={TextRun}
              onKeyDown={onKeyDown}
              onKeyUp={(event) => {
                const direction = readDirection(event.nativeEvent)
                if (direction !== null && !readOnly) setDirection(editor, direction)
              }}
              onDOMBeforeInput={(event) => {
                if (event.inputType === 'insertText' && isSlash(event.data)) setSlash(true)
                const isHandled = readOnly
                  ? deleteWordOrLine(editor, event)
                  : inputAtBlocks(editor, event) || deleteWordOrLine(editor, event) || replaceWords(editor, event)
                if (isHandled) event.preventDefault()
                return isHandled
              }}
              onCompositionStart={() => composeAtBlocks(editor)}
              onCut={(event) => !readOnly && cutBlocks(editor, event)}
              onMouseDown={(event) => {
                if (!readOnly) pressBlock(editor, event)
              }}
              // Slate's delayed handler could otherwise reset a double click's selection to the caret of the first click.
              onMouseUp={() => syncSelectionFromDom(editor)}
              onClick={isTripleClick}
              onBlur={() => leaveText(editor)}
              onPaste={(event: ClipboardEvent) => {
                // Office programs also put a picture of copied text on the clipboard. If there is text, paste the text.
                const { files, types } = event.clipboardData
                if (
                  types.includes('text/plain') ||
                  types.includes('text/html') ||
                  readOnly ||
                  !pictures.insertFiles(files)
                )
                  return false
                event.preventDefault()
                return true
              }}
              scrollSelectionIntoView={() => revealCaret(editor)}
              spellCheck
            />
          </AskProvider>
        </ChangesProvider>
        {readOnly ? null : <BlockHandle ask={onAsk} />}
        {readOnly ? null : <SelectedMarks />}
        {readOnly ? null : <MarginDrag />}
        {readOnly ? null : <PictureDrop insertFiles={pictures.insertFiles} />}
      </div>
      {readOnly ? null : <SpaceBelow />}
      <SelectionBar ask={onAsk} readOnly={readOnly} />
      <LinkBar ask={onAsk} readOnly={readOnly} />
      <ContextMenu ask={onAsk} readOnly={readOnly} insertPictures={pictures.insertFiles} />
      {readOnly ? null : (
        <SlashMenu
          commands={slashCommands}
          setKeyHandler={setMenuKeyHandler}
          isOpen={isSlashOpen}
          onClose={closeSlash}
        />
      )}
      {readOnly ? null : pictures.view}
      {readOnly ? null : <PasteReceiver />}
      {readOnly ? null : <BlockAnnouncer />}
      {asking === 'link' ? <LinkDialog onClose={() => onAsk(null)} /> : null}
      {asking === 'embed' ? <EmbedDialog onClose={() => onAsk(null)} /> : null}
      {asking === 'article' ? <ArticlePicker onClose={() => onAsk(null)} /> : null}
      {asking === 'alt' ? <AltOfCaret onClose={() => onAsk(null)} /> : null}
      {asking === 'palette' ? (
        <Palette
          commands={[
            ...actionCommands
              .filter(({ action }) => (!readOnly || action.readsOnly) && isReady(action, editor))
              .map(({ command }) => command),
            ...(readOnly ? [] : inserts),
            ...commands,
          ]}
          onClose={() => {
            closeToText(editor, () => onAsk(null))
          }}
        />
      ) : null}
    </>
  )
}

/** A group of blocks. CSS lets the browser skip its layout while it is out of view. */
function Chunk({ attributes, lowest, children }: RenderChunkProps) {
  return (
    <div {...attributes} className={lowest ? 'editor-chunk' : undefined}>
      {children}
    </div>
  )
}
