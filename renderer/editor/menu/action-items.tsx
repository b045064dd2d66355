import { Check } from 'lucide-react'
import { MenuItem } from 'react-aria-components'
import { useT } from '#renderer/ui/locale.tsx'
import type { Action } from '../actions/action.ts'
import { keysLabel } from '../keys/keys.ts'

/** A menu item for each action, with icon, name and shortcut, and a tick for one that is on. */
export function ActionItems({ actions }: { actions: readonly Omit<Action, 'group'>[] }) {
  const t = useT()
  return actions.map((action) => (
    <MenuItem key={action.id} id={action.id} textValue={t(action.label)} className="menu-item">
      {({ isSelected }) => (
        <>
          <action.icon aria-hidden size={16} />
          <span className="command-name">{t(action.label)}</span>
          {action.keys?.[0] === undefined ? null : <kbd dir="ltr">{keysLabel(action.keys[0])}</kbd>}
          {isSelected ? <Check aria-hidden size={16} /> : null}
        </>
      )}
    </MenuItem>
  ))
}
