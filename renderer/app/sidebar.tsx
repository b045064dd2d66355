import { PanelRight, Plus } from 'lucide-react'
import { Button } from '#renderer/ui/button.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useLocale } from '#renderer/ui/locale.tsx'
import { PLACES } from './places.ts'
import { formatRoute, type Route } from './routes.ts'
import { WhoWorks } from './who-works.tsx'
import { TemplateMenu } from './template-menu.tsx'

type SidebarProps = {
  route: Route
  isFolded: boolean
  onFold: (folded: boolean) => void
  onNew: (templateId?: string) => void
}

const SHOWN = PLACES.filter(({ isInSidebar }) => isInSidebar)

/** The navigation, at the start edge of the window. */
export function Sidebar({ route, isFolded, onFold, onNew }: SidebarProps) {
  const { t, dir } = useLocale()
  const here = 'id' in route ? 'library' : route.screen === 'destinations' ? 'outbox' : route.screen
  const mirror = dir === 'rtl' ? {} : { transform: 'scaleX(-1)' }
  return (
    <nav className="sidebar" aria-label={t('common.navigation')} data-folded={isFolded}>
      <div className="sidebar-head">
        {isFolded ? null : <span className="wordmark">{t('common.midad')}</span>}
        <IconButton
          label={t(isFolded ? 'common.nav-expand' : 'common.nav-collapse')}
          icon={<PanelRight aria-hidden size={18} style={mirror} />}
          onPress={() => onFold(!isFolded)}
        />
      </div>
      {isFolded ? (
        <IconButton label={t('common.nav-new')} icon={<Plus aria-hidden size={18} />} onPress={() => onNew()} />
      ) : (
        <div className="sidebar-new">
          <Button icon={<Plus aria-hidden size={16} />} onPress={() => onNew()}>
            {t('common.nav-new')}
          </Button>
          <TemplateMenu onChoose={onNew} />
        </div>
      )}
      <ul className="sidebar-places">
        {SHOWN.map(({ route: place, label, icon: Icon }) => (
          <li key={place.screen}>
            <a
              href={formatRoute(place)}
              className="sidebar-place"
              aria-current={here === place.screen ? 'page' : undefined}
              title={isFolded ? t(label) : undefined}
              aria-label={t(label)}
            >
              <Icon aria-hidden size={18} />
              {isFolded ? null : <span>{t(label)}</span>}
            </a>
          </li>
        ))}
      </ul>
      <WhoWorks isFolded={isFolded} />
    </nav>
  )
}
