import { EllipsisVertical } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { keysLabel } from '#renderer/editor/keys/keys.ts'
import type { Command } from '#renderer/editor/menu/command.ts'
import { useT } from '#renderer/ui/locale.tsx'
import type { ScreenCommandId } from './screen-commands.ts'

/** The ids of the palette's commands that the menu shows. */
const SHOWN: readonly ScreenCommandId[] = [
  'toggle-mode',
  'versions',
  'print',
  'save-template',
  'hand-over',
  'duplicate-article',
  'put-away',
]

/** The menu of rarely used commands. */
export function MoreMenu({ commands }: { commands: readonly Command[] }) {
  const t = useT()
  const shown = SHOWN.flatMap((id) => commands.find((command) => command.id === id) ?? [])
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={t('writing.more')} preventFocusOnPress data-testid="more">
        <EllipsisVertical aria-hidden size={18} />
      </Button>
      <Popover className="menu-popover" placement="bottom end">
        <Menu
          aria-label={t('writing.more')}
          className="menu"
          onAction={(key) => shown.find(({ id }) => id === key)?.run()}
        >
          {shown.map(({ id, name, icon: Icon, keys }) => (
            <MenuItem key={id} id={id} textValue={name} className="menu-item">
              <Icon aria-hidden size={16} />
              <span className="menu-name">{name}</span>
              {keys === undefined ? null : <kbd dir="ltr">{keysLabel(keys)}</kbd>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
