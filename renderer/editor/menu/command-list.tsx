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

/** @returns the id of the option at an index, for whoever keeps the focus to point at. */
export function optionId(list: string, index: number): string {
  return `${list}-${index}`
}

/** Commands to choose from. The focus stays where one types; this list only shows which one is meant. */
export function CommandList({ id, label, commands, index, onPoint, onChoose }: CommandListProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' })
  }, [index])
  return (
    // It scrolls, so the keyboard must be able to come to it; where the focus stays, its keys are heard as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul ref={list} id={id} role="listbox" aria-label={label} className="command-list" tabIndex={0}>
      {commands.map((command, at) => {
        const Icon = command.icon
        return (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are heard where the focus is
          <li
            key={command.id}
            id={optionId(id, at)}
            role="option"
            aria-selected={at === index}
            className="command"
            onMouseMove={() => {
              if (at !== index) onPoint(at)
            }}
            // The text keeps the focus and its selection.
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
