import { useState } from 'react'
import { useT } from '#renderer/ui/locale.tsx'
import { matching, type Command } from './command.ts'
import { SearchDialog } from './search-dialog.tsx'
import { useFound } from './use-found.ts'
import { useWindowCommands } from './window-commands.tsx'

/** Fewer letters would find nearly every article. */
const SHORTEST = 2

/**
 * A searchable list of all commands: the given ones, those of the window, and what the typed text finds in the store.
 */
export function Palette({ commands, onClose }: { commands: readonly Command[]; onClose: () => void }) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const ofWindow = useWindowCommands()
  const stored = useFound(typed, ofWindow.search, SHORTEST)
  const found = [...matching([...commands, ...ofWindow.commands], typed), ...stored]
  return (
    <SearchDialog
      id="palette-list"
      label={t('writing.palette')}
      placeholder={t('writing.paletteHint')}
      none={t('writing.paletteNone')}
      found={found}
      typed={typed}
      onTyped={setTyped}
      onClose={onClose}
    />
  )
}
