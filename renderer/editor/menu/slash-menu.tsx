import { useEffect, useLayoutEffect, useState } from 'react'
import { Transforms, type Editor } from 'slate'
import { ReactEditor, useSlate } from 'slate-react'
import { useT } from '#renderer/ui/locale.tsx'
import { CommandList, optionId } from './command-list.tsx'
import { matching, type Command } from './command.ts'
import { slashQuery } from './slash-query.ts'

const LIST = 'slash-menu'

/** What hears the keys of the menu while it is open, and says whether a key was its; null while it is closed. */
export type MenuKeys = ((key: string) => boolean) | null

type SlashMenuProps = {
  commands: readonly Command[]
  /** Takes over what hears the keys. */
  keys: (hear: MenuKeys) => void
  /** Whether a slash was typed and the menu not left since. */
  isOpen: boolean
  onClose: () => void
}

/** Offers what can stand at the caret, once a slash is typed there. The caret stays in the text. */
export function SlashMenu({ commands, keys, isOpen, onClose }: SlashMenuProps) {
  const t = useT()
  const editor = useSlate()
  const [chosen, setChosen] = useState({ typed: '', index: 0 })
  const query = isOpen ? slashQuery(editor) : null
  const found = query === null ? [] : matching(commands, query.typed)
  // Another letter, another list: the first of it is meant.
  const index = query !== null && chosen.typed === query.typed ? Math.min(chosen.index, found.length - 1) : 0
  const isShown = query !== null && found.length > 0
  const isGone = isOpen && query === null
  useEffect(() => {
    if (isGone) onClose()
  }, [isGone, onClose])
  const choose = (command: Command): void => {
    onClose()
    takeQuery(editor)
    command.run()
  }
  // Before the next key: one that comes at once must find the menu.
  useLayoutEffect(() => {
    const read = (key: string): boolean => {
      // What was typed since the menu was drawn counts too.
      const typed = slashQuery(editor)?.typed
      const now = typed === undefined ? [] : matching(commands, typed)
      const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? now.length - 1 : 0
      const command = now[typed === chosen.typed ? index : 0]
      if (typed === undefined || command === undefined) return false
      if (step !== 0) setChosen({ typed, index: (index + step) % now.length })
      else if (key === 'Escape') onClose()
      else if (key === 'Enter' || key === 'Tab') choose(command)
      else return false
      return true
    }
    keys(isShown ? read : null)
    const page = ReactEditor.toDOMNode(editor, editor)
    if (isShown) {
      page.setAttribute('aria-controls', LIST)
      page.setAttribute('aria-activedescendant', optionId(LIST, index))
    }
    return () => {
      keys(null)
      page.removeAttribute('aria-controls')
      page.removeAttribute('aria-activedescendant')
    }
  })
  const [place, setPlace] = useState<Place | null>(null)
  useLayoutEffect(() => {
    // Where the slash is on the screen is known only after it was drawn.
    // oxlint-disable-next-line react/set-state-in-effect
    setPlace(isShown ? placeAt(editor) : null)
  }, [editor, isShown])
  if (!isShown || place === null) return null
  return (
    <div className="slash-menu" style={place}>
      <CommandList
        id={LIST}
        label={t('writing.insert')}
        commands={found}
        index={index}
        onPoint={(at) => setChosen({ typed: query.typed, index: at })}
        onChoose={choose}
      />
    </div>
  )
}

/** Takes the slash and what was typed behind it out of the text again. */
function takeQuery(editor: Editor): void {
  const query = slashQuery(editor)
  if (query === null) return
  Transforms.delete(editor, { at: query.range })
  ReactEditor.focus(editor)
}

const HEIGHT = 360
const WIDTH = 288

type Place = { top?: number; bottom?: number; left: number }

/** @returns where the menu stands: under the slash, or over it where there is no room below. */
function placeAt(editor: Editor): Place | null {
  const range = slashQuery(editor)?.range
  if (range === undefined) return null
  const { top, bottom, right } = ReactEditor.toDOMRange(editor, range).getBoundingClientRect()
  // Measured from the left on the screen, whatever the direction of the page.
  const left = Math.max(8, Math.min(right - WIDTH, innerWidth - WIDTH - 8))
  return bottom + HEIGHT < innerHeight ? { top: bottom + 6, left } : { bottom: innerHeight - top + 6, left }
}
