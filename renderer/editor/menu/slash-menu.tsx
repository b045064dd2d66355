import { useEffect, useState, type RefObject } from 'react'
import { Transforms, type Editor } from 'slate'
import { ReactEditor, useSlate } from 'slate-react'
import { useT } from '#renderer/ui/locale.tsx'
import { CommandList, optionId } from './command-list.tsx'
import { matching, type Command } from './command.ts'
import { slashQuery, typedSlash, type SlashQuery } from './slash-query.ts'

const LIST = 'slash-menu'

/** Hears the keys of the menu while it is open. @returns whether the key was its. */
export type MenuKeys = RefObject<((key: string) => boolean) | null>

/** Offers what can stand at the caret, once a slash is typed there. The caret stays in the text. */
export function SlashMenu({ commands, keys }: { commands: readonly Command[]; keys: MenuKeys }) {
  const t = useT()
  const editor = useSlate()
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState({ typed: '', index: 0 })
  const query = slashQuery(editor)
  const wanted = isOpen || typedSlash(editor) ? query : null
  const found = wanted === null ? [] : matching(commands, wanted.typed)
  const isShown = wanted !== null && found.length > 0
  // Another letter, another list: the first of it is meant.
  const index = wanted !== null && chosen.typed === wanted.typed ? Math.min(chosen.index, found.length - 1) : 0
  useEffect(() => setOpen(isShown), [isShown])
  const choose = (command: Command): void => {
    setOpen(false)
    takeQuery(editor, query)
    command.run()
  }
  useEffect(() => {
    const read = (key: string): boolean => {
      const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? found.length - 1 : 0
      const command = found[index]
      if (step !== 0) setChosen({ typed: wanted?.typed ?? '', index: (index + step) % found.length })
      else if (key === 'Escape') setOpen(false)
      else if ((key === 'Enter' || key === 'Tab') && command !== undefined) choose(command)
      else return false
      return true
    }
    keys.current = isShown && isOpen ? read : null
    const page = ReactEditor.toDOMNode(editor, editor)
    if (isShown && isOpen) {
      page.setAttribute('aria-controls', LIST)
      page.setAttribute('aria-activedescendant', optionId(LIST, index))
    }
    return () => {
      keys.current = null
      page.removeAttribute('aria-controls')
      page.removeAttribute('aria-activedescendant')
    }
  })
  if (!isShown || !isOpen) return null
  return (
    <div className="slash-menu" style={placeAt(editor, wanted)}>
      <CommandList
        id={LIST}
        label={t('writing.insert')}
        commands={found}
        index={index}
        onPoint={(at) => setChosen({ typed: wanted.typed, index: at })}
        onChoose={choose}
      />
    </div>
  )
}

/** Takes the slash and what was typed behind it out of the text again. */
function takeQuery(editor: Editor, query: SlashQuery | null): void {
  if (query === null) return
  Transforms.delete(editor, { at: query.range })
  ReactEditor.focus(editor)
}

const HEIGHT = 360
const WIDTH = 288

/** @returns where the menu stands: under the slash, or over it where there is no room below. */
function placeAt(editor: Editor, query: SlashQuery): { top?: number; bottom?: number; left: number } {
  const { top, bottom, right } = ReactEditor.toDOMRange(editor, query.range).getBoundingClientRect()
  // Measured from the left on the screen, whatever the direction of the page.
  const left = Math.max(8, Math.min(right - WIDTH, innerWidth - WIDTH - 8))
  return bottom + HEIGHT < innerHeight ? { top: bottom + 6, left } : { bottom: innerHeight - top + 6, left }
}
