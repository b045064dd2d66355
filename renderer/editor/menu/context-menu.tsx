import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { ClipboardPaste, ClipboardType, Copy, Scissors } from 'lucide-react'
import { Menu, MenuItem, MenuSection, Popover, Separator } from 'react-aria-components'
import { ReactEditor, useSlateStatic } from 'slate-react'
import type { MessageKey } from '#core/locale/translate.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import type { Action, ActionContext } from '../actions/action.ts'
import { actionOf, ACTIONS, isReady } from '../actions/actions.ts'
import { cutOrCopy, pasteFromMenu, type PasteRefusal } from '../clipboard/clipboard.ts'
import { closeToText } from '../focus-text.ts'
import { syncSelectionFromDom } from '../keys/caret.ts'
import { keysLabel, type Keys } from '../keys/keys.ts'
import { caretBox } from '../keys/reveal.ts'
import { newBlockId } from '../new-id.ts'
import { copiedBlocks } from '../paste/copied-blocks.ts'
import { ActionItems } from './action-items.tsx'

type ClipboardItem = {
  id: string
  label: MessageKey
  icon: Action['icon']
  keys: Keys
  isReady: boolean
  run: () => void
}

/** The actions of links, as far as they fit the selection. */
const LINK_ACTIONS: ReadonlySet<string> = new Set(['link', 'open-link', 'remove-link', 'embed-link'])
const COMMENT = actionOf('comment')

type ContextMenuProps = Pick<ActionContext, 'ask'> & {
  readOnly: boolean
  insertPictures: (files: readonly File[]) => boolean
}

/**
 * The menu of a right click, the menu key and Shift+F10, in every shell. A click on the selection keeps it; elsewhere the
 * browser has moved the caret to the click. Fields inside the page keep the browser's own menu.
 */
export function ContextMenu({ ask, readOnly, insertPictures }: ContextMenuProps) {
  const t = useT()
  const editor = useSlateStatic()
  const anchor = useRef<HTMLSpanElement>(null)
  const [place, setPlace] = useState<{ x: number; y: number } | null>(null)
  const [refusal, setRefusal] = useState<PasteRefusal | null>(null)
  const open = (x: number, y: number): void => {
    syncSelectionFromDom(editor)
    setRefusal(null)
    setPlace({ x, y })
  }
  const onContextMenu = useEffectEvent((event: MouseEvent) => {
    if (isField(event.target)) return
    event.preventDefault()
    open(event.clientX, event.clientY)
  })
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const asks = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)
    if (!asks || isField(event.target)) return
    event.preventDefault()
    const box = caretBox(editor)
    const page = ReactEditor.toDOMNode(editor, editor).getBoundingClientRect()
    open(box?.left ?? page.left, box?.bottom ?? page.top)
  })
  useEffect(() => {
    const page = ReactEditor.toDOMNode(editor, editor)
    const right = (event: MouseEvent): void => onContextMenu(event)
    const key = (event: KeyboardEvent): void => onKeyDown(event)
    page.addEventListener('contextmenu', right)
    page.addEventListener('keydown', key)
    return () => {
      page.removeEventListener('contextmenu', right)
      page.removeEventListener('keydown', key)
    }
  }, [editor])

  const paste = (isPlain: boolean): void => {
    pasteFromMenu(editor, isPlain, insertPictures).then(setRefusal, () => setRefusal('forbidden'))
  }
  const isAnything = place !== null && copiedBlocks(editor) !== null
  const copy: ClipboardItem = {
    ...{ id: 'copy', label: 'writing.copy', icon: Copy, keys: { code: 'KeyC' }, isReady: isAnything },
    run: () => cutOrCopy(editor, 'copy'),
  }
  const clipboard: ClipboardItem[] = [
    {
      ...{ id: 'cut', label: 'writing.cut', icon: Scissors, keys: { code: 'KeyX' }, isReady: isAnything },
      run: () => cutOrCopy(editor, 'cut'),
    },
    copy,
    {
      ...{ id: 'paste', label: 'writing.paste', icon: ClipboardPaste, keys: { code: 'KeyV' }, isReady: true },
      run: () => paste(false),
    },
    {
      ...{ id: 'paste-plain', label: 'writing.pastePlain', icon: ClipboardType, isReady: true },
      keys: { code: 'KeyV', shift: true },
      run: () => paste(true),
    },
  ]
  const shown = readOnly ? [copy] : clipboard
  const links =
    place === null
      ? []
      : ACTIONS.filter((each) => LINK_ACTIONS.has(each.id) && (!readOnly || each.readsOnly) && isReady(each, editor))
  const close = (): void => closeToText(editor, () => setPlace(null))
  return (
    <>
      <span
        ref={anchor}
        aria-hidden
        className="context-anchor"
        // Always from the left, also on a right-to-left page.
        style={place === null ? undefined : { insetBlockStart: place.y, left: place.x }}
      />
      <Popover
        triggerRef={anchor}
        isOpen={place !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) close()
        }}
        className="menu-popover"
        placement="bottom start"
        offset={2}
      >
        <Menu
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to be chosen from, also by keyboard
          autoFocus="first"
          aria-label={t('writing.contextMenu')}
          className="menu"
          disabledKeys={shown.filter((item) => !item.isReady).map(({ id }) => id)}
          onAction={(id) => {
            close()
            const item = shown.find((each) => each.id === id)
            if (item !== undefined) return item.run()
            ;[COMMENT, ...links].find((each) => each.id === id)?.run({ editor, newId: newBlockId, ask })
          }}
        >
          <MenuSection aria-label={t('writing.clipboard')}>
            {shown.map(({ id, label, icon: Icon, keys }) => (
              <MenuItem key={id} id={id} textValue={t(label)} className="menu-item">
                <Icon aria-hidden size={16} />
                <span className="command-name">{t(label)}</span>
                <kbd dir="ltr">{keysLabel(keys)}</kbd>
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className="menu-line" />
          <MenuSection aria-label={t('comments.title')}>
            <ActionItems actions={[COMMENT]} />
          </MenuSection>
          {links.length === 0 ? null : <Separator className="menu-line" />}
          {links.length === 0 ? null : (
            <MenuSection aria-label={t('writing.link')}>
              <ActionItems actions={links} />
            </MenuSection>
          )}
        </Menu>
      </Popover>
      {refusal === null ? null : (
        <div className="editor-notice" data-testid="paste-refused">
          <Banner
            tone="attention"
            action={<Button onPress={() => closeToText(editor, () => setRefusal(null))}>{t('common.close')}</Button>}
          >
            {t(refusal === 'forbidden' ? 'writing.pasteForbidden' : 'writing.pasteEmpty')}
          </Banner>
        </div>
      )}
    </>
  )
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null
}
