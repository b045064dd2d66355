import { useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { CommandList, optionId } from './command-list.tsx'
import type { Command } from './command.ts'

type SearchDialogProps = {
  id: string
  label: string
  placeholder: string
  /** Said when nothing is found. */
  none: string
  found: readonly Command[]
  typed: string
  onTyped: (typed: string) => void
  onClose: () => void
}

/** A field, and what is found by what is typed in it. It closes before it runs the chosen command. */
export function SearchDialog({ id, label, placeholder, none, found, typed, onTyped, onClose }: SearchDialogProps) {
  const [index, setIndex] = useState(0)
  const choose = (command: Command | undefined): void => {
    if (command === undefined) return
    onClose()
    command.run()
  }
  return (
    <ModalOverlay className="palette-overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="palette">
        <Dialog aria-label={label} className="palette-dialog">
          <input
            className="palette-input"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to be typed in
            autoFocus
            role="combobox"
            aria-expanded
            aria-controls={id}
            aria-activedescendant={found.length === 0 ? undefined : optionId(id, index)}
            aria-label={label}
            placeholder={placeholder}
            value={typed}
            onChange={(event) => {
              onTyped(event.target.value)
              setIndex(0)
            }}
            onKeyDown={(event) => {
              const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
              if (step !== 0 && found.length > 0) {
                event.preventDefault()
                setIndex((index + step + found.length) % found.length)
              } else if (event.key === 'Enter') {
                event.preventDefault()
                choose(found[index])
              }
            }}
          />
          {found.length === 0 ? <p className="command-none">{none}</p> : null}
          <CommandList id={id} label={label} commands={found} index={index} onPoint={setIndex} onChoose={choose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
