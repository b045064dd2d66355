import { useEffect, useLayoutEffect, useState } from 'react'
import { Transforms, type Editor } from 'slate'
import { ReactEditor, useSlate } from 'slate-react'
import { useT } from '#renderer/ui/locale.tsx'
import { focusText } from '../focus-text.ts'
import { useBarPlace } from '../use-bar-place.ts'
import { CommandList, optionId } from './command-list.tsx'
import { matching, type Command } from './command.ts'
import { menuPlace, type MenuPlace } from './menu-place.ts'
import { slashQuery } from './slash-query.ts'

const LIST = 'slash-menu'

/** Handles a key while the menu is open and returns whether it used it. Null while the menu is closed. */
export type MenuKeyHandler = ((key: string) => boolean) | null

type SlashMenuProps = {
  commands: readonly Command[]
  /** Receives the key handler whenever it changes. */
  setKeyHandler: (handler: MenuKeyHandler) => void
  /** Whether a slash was typed and the menu not closed since. */
  isOpen: boolean
  onClose: () => void
}

/** The menu of blocks that opens when a slash is typed. The focus stays in the text. */
export function SlashMenu({ commands, setKeyHandler, isOpen, onClose }: SlashMenuProps) {
  const t = useT()
  const editor = useSlate()
  const [chosen, setChosen] = useState({ typed: '', index: 0 })
  const query = isOpen ? slashQuery(editor) : null
  const found = query === null ? [] : matching(commands, query.typed)
  // When the typed text changes, the first entry is selected again.
  const index = query !== null && chosen.typed === query.typed ? Math.min(chosen.index, found.length - 1) : 0
  const isShown = query !== null && found.length > 0
  const isObsolete = isOpen && query === null
  useEffect(() => {
    if (isObsolete) onClose()
  }, [isObsolete, onClose])
  const choose = (command: Command): void => {
    onClose()
    removeQuery(editor)
    command.run()
  }
  // A layout effect, so that the handler is set before the next key press.
  useLayoutEffect(() => {
    const handleKey = (key: string): boolean => {
      // Read the text again: letters may have been typed since the last render.
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
    setKeyHandler(isShown ? handleKey : null)
    const page = ReactEditor.toDOMNode(editor, editor)
    if (isShown) {
      page.setAttribute('aria-controls', LIST)
      page.setAttribute('aria-activedescendant', optionId(LIST, index))
    }
    return () => {
      setKeyHandler(null)
      page.removeAttribute('aria-controls')
      page.removeAttribute('aria-activedescendant')
    }
  })
  const place = useBarPlace(isShown, () => placeAt(editor))
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

/** Deletes the slash and the text typed after it. */
function removeQuery(editor: Editor): void {
  const query = slashQuery(editor)
  if (query === null) return
  Transforms.delete(editor, { at: query.range })
  focusText(editor)
}

/** @returns where the menu stands, once the slash is drawn. */
function placeAt(editor: Editor): MenuPlace | null {
  const range = slashQuery(editor)?.range
  const drawn = range === undefined ? null : ReactEditor.resolveDOMRange(editor, range)
  if (drawn === null) return null
  return menuPlace(drawn.getBoundingClientRect(), { width: innerWidth, height: innerHeight })
}
