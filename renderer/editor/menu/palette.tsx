import { useEffect, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useT } from '#renderer/ui/locale.tsx'
import { CommandList, optionId } from './command-list.tsx'
import { matching, type Command } from './command.ts'
import { useWindowCommands } from './window-commands.tsx'

const LIST = 'palette-list'

/** Fewer letters would find nearly every article. */
const SHORTEST = 2

/** @returns what a typed text finds in the store; that of the text before, until the answer is there. */
function useFound(typed: string, search: (typed: string) => Promise<readonly Command[]>): readonly Command[] {
  const [found, setFound] = useState<readonly Command[]>([])
  useEffect(() => {
    let isWanted = true
    const asked = typed.trim().length < SHORTEST ? Promise.resolve([]) : search(typed)
    // The commands are there without the store, which reports its own errors.
    asked.then(
      (commands) => isWanted && setFound(commands),
      () => isWanted && setFound([]),
    )
    return () => {
      isWanted = false
    }
  }, [typed, search])
  return found
}

/**
 * A searchable list of all commands: the given ones, those of the window, and what the typed text finds in the store. It
 * closes before it runs the chosen one.
 */
export function Palette({ commands, onClose }: { commands: readonly Command[]; onClose: () => void }) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const [index, setIndex] = useState(0)
  const ofWindow = useWindowCommands()
  const stored = useFound(typed, ofWindow.search)
  const found = [...matching([...commands, ...ofWindow.commands], typed), ...stored]
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
