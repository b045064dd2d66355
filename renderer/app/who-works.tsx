import { UserRound } from 'lucide-react'
import { useWho } from '#renderer/bridge/who.tsx'
import { useLocale } from '#renderer/ui/locale.tsx'
import { formatRoute } from './routes.ts'

/** Who works here, at the foot of the sidebar: the name and the role, and the house whose file the store follows. */
export function WhoWorks({ isFolded }: { isFolded: boolean }) {
  const { t } = useLocale()
  const who = useWho()
  if (who === null || who.person === null) return null
  const { name, role } = who.person
  const words = t('people.works', { name, role: t(`common.role-${role}`) })
  const house =
    who.house === null ? null : t('people.house-version', { name: who.house.name, version: who.house.version })
  const title = house === null ? words : `${words} · ${house}`
  return (
    <a
      className="who-works"
      href={formatRoute({ screen: 'settings', section: 'people' })}
      title={title}
      aria-label={title}
    >
      <UserRound aria-hidden size={18} />
      {isFolded ? null : (
        <span className="who-works-words" aria-hidden>
          <bdi>{name}</bdi>
          <span>{t(`common.role-${role}`)}</span>
        </span>
      )}
    </a>
  )
}
