import { Send } from 'lucide-react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useDestinations, type Destination } from '#renderer/bridge/use-destinations.ts'
import { useT } from '#renderer/ui/locale.tsx'

type SendMenuProps = { isDisabled: boolean; onSend: (destination: Destination) => void; onDestinations: () => void }

/** Sends several articles to one destination. */
export function SendMenu({ isDisabled, onSend, onDestinations }: SendMenuProps) {
  const t = useT()
  const { listing } = useDestinations()
  const destinations = listing?.destinations ?? []
  return (
    <MenuTrigger>
      <AriaButton className="button button-quiet" isDisabled={isDisabled} data-testid="many-send">
        <Send aria-hidden size={16} />
        {t('library.many-send')}
      </AriaButton>
      <Popover className="menu-popover" placement="top">
        <Menu
          aria-label={t('library.many-send')}
          className="menu"
          onAction={(key) => {
            const chosen = destinations.find(({ id }) => id === key)
            if (chosen === undefined) onDestinations()
            else onSend(chosen)
          }}
        >
          {destinations.map(({ id, name }) => (
            <MenuItem key={id} id={id} textValue={name} className="menu-item">
              <bdi>{name}</bdi>
            </MenuItem>
          ))}
          {destinations.length > 0 ? null : (
            <MenuItem id="none" className="menu-item">
              {t('library.many-no-destination')}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
