import { useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useT } from '#renderer/ui/locale.tsx'
import { CommandList, optionId } from './command-list.tsx'
import { matching, type Command } from './command.ts'

const LIST = 'palette-list'

/** A searchable list of all commands. It closes before it runs the chosen one. */
export function Palette({ commands, onClose }: { commands: readonly Command[]; onClose: () => void }) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const [index, setIndex] = useState(0)
  const found = matching(commands, typed)
  const choose = (command: Command | undefined): void => {
    if (command === undefined) return
    onClose()
    command.run()
  }
  return (
    <ModalOverlay className="palette-overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="palette">
        <Dialog aria-label={t('writing.palette')} className="palette-dialog">
          <input
            className="palette-input"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to be typed in
            autoFocus
            role="combobox"
            aria-expanded
            aria-controls={LIST}
            aria-activedescendant={found.length === 0 ? undefined : optionId(LIST, index)}
            aria-label={t('writing.palette')}
            placeholder={t('writing.paletteHint')}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
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
          {found.length === 0 ? <p className="command-none">{t('writing.paletteNone')}</p> : null}
          <CommandList
            id={LIST}
            label={t('writing.palette')}
            commands={found}
            index={index}
            onPoint={setIndex}
            onChoose={choose}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
