import { useEffect, useRef, useState } from 'react'
import { GripVertical } from 'lucide-react'
import { Button, Menu, Popover, Separator } from 'react-aria-components'
import type { Editor } from 'slate'
import { useSlateStatic } from 'slate-react'
import { useT } from '#renderer/ui/locale.tsx'
import type { Action, ActionContext } from './actions/action.ts'
import { ACTIONS, isReady } from './actions/actions.ts'
import { blockAt, gapAt } from './block-places.ts'
import { moveBlocksTo } from './commands/arrange.ts'
import { dragOver } from './drag-over.ts'
import { closeToText, focusText } from './focus-text.ts'
import { scrollerOf } from './keys/reveal.ts'
import { ActionItems } from './menu/action-items.tsx'
import { newBlockId } from './new-id.ts'
import { extendTo, selectBlocks } from './selection/select-blocks.ts'
import { chosenBlocks, runOf, type BlockRun } from './selection/selected-blocks.ts'
import './block-handle.css'

type Place = { index: number; top: number }

/**
 * The grip at the start edge of the block under the pointer. Pressing it selects the block and opens a menu, with Shift it
 * selects up to the block. Dragging it moves the block, and all the selected ones with it.
 */
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
    const page = frame.current?.parentElement ?? null
    const scroller = page === null ? null : scrollerOf(page)
    if (place === null || page === null || scroller === null || down.button !== 0) return
    const run = selectedAround(editor, place.index) ?? runOf([place.index])
    let before: number | null = null
    hasDragged.current = false
    dragOver(
      scroller,
      down,
      ({ clientY }) => {
        hasDragged.current = true
        const gap = gapAt(editor, page, clientY)
        if (gap === null) return
        before = gap.before
        setDropLine(gap.top)
      },
      () => {
        setDropLine(null)
        if (before === null) return
        moveBlocksTo(editor, run, before)
        setPlace(null)
      },
    )
  }

  const act = (action: Action): void => {
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
            onPress={({ shiftKey }) => {
              if (hasDragged.current) return
              if (shiftKey) {
                extendTo(editor, [place.index])
                return focusText(editor)
              }
              // Which actions are ready depends on the selection. The menu is for all the selected blocks.
              if (selectedAround(editor, place.index) === null) selectBlocks(editor, [place.index])
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

function placeUnder(editor: Editor, page: Element, y: number): Place | null {
  const under = blockAt(editor, page, y)
  return under === null ? null : { index: under.index, top: under.box.top - page.getBoundingClientRect().top }
}

/** @returns the selected top-level blocks, if the block at an index is one of them. */
function selectedAround(editor: Editor, index: number): BlockRun | null {
  const run = chosenBlocks(editor)
  return run !== null && run.parent.length === 0 && run.first <= index && index <= run.last ? run : null
}
