import { useEffect, useRef, useState } from 'react'
import { GripVertical } from 'lucide-react'
import { Button, Menu, Popover, Separator } from 'react-aria-components'
import { Editor, Transforms } from 'slate'
import { ReactEditor, useSlateStatic } from 'slate-react'
import { useT } from '#renderer/ui/locale.tsx'
import type { Action, ActionContext } from './actions/action.ts'
import { ACTIONS, isReady } from './actions/actions.ts'
import { moveBlockTo } from './commands/arrange.ts'
import { closeToText } from './focus-text.ts'
import { ActionItems } from './menu/action-items.tsx'
import { newBlockId } from './new-id.ts'
import { bodyStart } from './query.ts'
import './block-handle.css'

/** A movement of fewer pixels is a click, not a drag. */
const DRAG_THRESHOLD = 5

type Place = { index: number; top: number }

/** The grip at the start edge of the block under the pointer. Dragging it moves the block, pressing it opens a menu. */
export function BlockHandle({ ask }: Pick<ActionContext, 'ask'>) {
  const t = useT()
  const editor = useSlateStatic()
  const [place, setPlace] = useState<Place | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [dropLine, setDropLine] = useState<number | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const grip = useRef<HTMLButtonElement>(null)
  const hasDragged = useRef(false)
  useEffect(() => {
    const page = frame.current?.parentElement
    if (page === null || page === undefined) return
    const follow = (event: MouseEvent): void => {
      if (isOpen || event.buttons !== 0) return
      setPlace(placeUnder(editor, page, event.clientY))
    }
    const leave = (): void => {
      if (!isOpen) setPlace(null)
    }
    page.addEventListener('mousemove', follow)
    page.addEventListener('mouseleave', leave)
    return () => {
      page.removeEventListener('mousemove', follow)
      page.removeEventListener('mouseleave', leave)
    }
  }, [editor, isOpen])

  const startDrag = (down: React.PointerEvent): void => {
    if (place === null || down.button !== 0) return
    const page = frame.current?.parentElement ?? null
    const from = place.index
    let before: number | null = null
    hasDragged.current = false
    const onMove = (event: PointerEvent): void => {
      if (page === null || (before === null && Math.abs(event.clientY - down.clientY) < DRAG_THRESHOLD)) return
      const gap = gapAt(editor, page, event.clientY)
      if (gap === null) return
      before = gap.before
      hasDragged.current = true
      setDropLine(gap.top)
    }
    const onUp = (): void => {
      removeEventListener('pointermove', onMove)
      removeEventListener('pointerup', onUp)
      setDropLine(null)
      if (before === null) return
      moveBlockTo(editor, from, before)
      setPlace(null)
    }
    addEventListener('pointermove', onMove)
    addEventListener('pointerup', onUp)
  }

  const act = (action: Action): void => {
    if (place === null) return
    Transforms.select(editor, Editor.start(editor, [place.index]))
    closeToText(editor, () => setOpen(false))
    action.run({ editor, newId: newBlockId, ask })
    setPlace(null)
  }
  const ready = (group: Action['group']): Action[] =>
    ACTIONS.filter((each) => each.group === group && isReady(each, editor))
  return (
    <div ref={frame} className="block-handle-frame">
      {dropLine === null ? null : <div className="drop-line" style={{ insetBlockStart: dropLine }} />}
      {place === null ? null : (
        <div className="block-handle" style={{ insetBlockStart: place.top }} onPointerDownCapture={startDrag}>
          <Button
            ref={grip}
            className="block-grip"
            aria-label={t('writing.blockMenu')}
            excludeFromTabOrder
            onPress={() => {
              if (hasDragged.current) return
              // Select the block first: which actions are ready depends on the selection.
              Transforms.select(editor, Editor.start(editor, [place.index]))
              setOpen(true)
            }}
          >
            <GripVertical aria-hidden size={16} />
          </Button>
          <Popover
            triggerRef={grip}
            isOpen={isOpen}
            // It opens by pointer only. Left, it gives the focus back to the text and not to the grip.
            onOpenChange={(open) => {
              if (open) setOpen(true)
              else closeToText(editor, () => setOpen(false))
            }}
            className="menu-popover"
            placement="bottom start"
          >
            <Menu
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to be chosen from, also by keyboard
              autoFocus
              aria-label={t('writing.blockMenu')}
              className="menu"
              onAction={(id) => {
                const action = ACTIONS.find((each) => each.id === id)
                if (action !== undefined) act(action)
              }}
            >
              <ActionItems actions={ready('turn')} />
              <Separator className="menu-line" />
              <ActionItems actions={ready('arrange').slice(0, 4)} />
              <Separator className="menu-line" />
              <ActionItems actions={ready('direction').slice(0, 1)} />
            </Menu>
          </Popover>
        </div>
      )}
    </div>
  )
}

const BLOCK = '[data-slate-node="element"]'

/** @returns the top-level body block at a vertical position of the window, or null in a gap or in the head. */
function blockAt(editor: Editor, page: Element, y: number): { index: number; box: DOMRect } | null {
  const { left, width } = page.getBoundingClientRect()
  for (const found of document.elementsFromPoint(left + width / 2, y)) {
    let block = page.contains(found) ? found.closest(BLOCK) : null
    for (let outer = block; outer !== null; outer = outer.parentElement?.closest(BLOCK) ?? null) block = outer
    if (block === null) continue
    const [index] = ReactEditor.findPath(editor, ReactEditor.toSlateNode(editor, block))
    if (index === undefined || index < bodyStart(editor.children)) return null
    return { index, box: block.getBoundingClientRect() }
  }
  return null
}

function placeUnder(editor: Editor, page: Element, y: number): Place | null {
  const under = blockAt(editor, page, y)
  return under === null ? null : { index: under.index, top: under.box.top - page.getBoundingClientRect().top }
}

/** Distances at which to look for a block near a gap, in pixels. */
const PROBES = [0, -16, 16, -32, 32]

/** @returns the gap between blocks that is nearest to a vertical position of the window, or null away from the body. */
function gapAt(editor: Editor, page: Element, y: number): { before: number; top: number } | null {
  const { top } = page.getBoundingClientRect()
  for (const distance of PROBES) {
    const near = blockAt(editor, page, y + distance)
    if (near === null) continue
    const { index, box } = near
    const isAbove = y < box.top + box.height / 2
    return isAbove ? { before: index, top: box.top - top - 8 } : { before: index + 1, top: box.bottom - top + 8 }
  }
  return null
}
