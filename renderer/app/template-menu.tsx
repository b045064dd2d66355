import { ChevronDown } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useSettings } from '#renderer/bridge/settings.tsx'
import { useT } from '#renderer/ui/locale.tsx'

/** A menu that creates an article from a template. */
export function TemplateMenu({ onChoose }: { onChoose: (templateId: string) => void }) {
  const t = useT()
  const { templates } = useSettings().settings
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={t('common.nav-template')}>
        <ChevronDown aria-hidden size={16} />
      </Button>
      <Popover className="menu-popover" placement="bottom end">
        <Menu aria-label={t('common.nav-template')} className="menu" onAction={(id) => onChoose(String(id))}>
          {templates.map(({ id, name }) => (
            <MenuItem key={id} id={id} textValue={name} className="menu-item">
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
