import { useEffect, useRef } from 'react'
import { keysLabel } from '../keys/keys.ts'
import type { Command } from './command.ts'
import './menu.css'

type CommandListProps = {
  id: string
  label: string
  commands: readonly Command[]
  index: number
  onPoint: (index: number) => void
  onChoose: (command: Command) => void
}

/** @returns the DOM id of an option, for `aria-activedescendant`. */
export function optionId(list: string, index: number): string {
  return `${list}-${index}`
}

/** A list of commands. The focus stays in the text field; the list only shows which option is selected. */
export function CommandList({ id, label, commands, index, onPoint, onChoose }: CommandListProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' })
  }, [index])
  return (
    // A scrolling element must be focusable. Its keys also work while the focus is in the text field.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul ref={list} id={id} role="listbox" aria-label={label} className="command-list" tabIndex={0}>
      {commands.map((command, at) => {
        const Icon = command.icon
        return (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the focused text field handles the keys
          <li
            key={command.id}
            id={optionId(id, at)}
            role="option"
            aria-selected={at === index}
            className="command"
            onMouseMove={() => {
              if (at !== index) onPoint(at)
            }}
            // Keep the focus and the selection in the text.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(command)}
          >
            <Icon aria-hidden size={18} />
            <span className="command-name">{command.name}</span>
            {command.keys === undefined ? null : <kbd dir="ltr">{keysLabel(command.keys)}</kbd>}
          </li>
        )
      })}
    </ul>
  )
}
