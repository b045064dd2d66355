import type { ReactNode } from 'react'
import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import './banner.css'

const ICONS = { info: Info, attention: TriangleAlert, danger: CircleAlert }

/** A message across the screen, with an optional action. */
export function Banner({
  tone,
  children,
  action,
}: {
  tone: 'info' | 'attention' | 'danger'
  children: ReactNode
  action?: ReactNode
}) {
  const Icon = ICONS[tone]
  return (
    <div className={`banner banner-${tone}`} role={tone === 'info' ? 'status' : 'alert'}>
      <Icon aria-hidden size={18} />
      <div className="banner-text">{children}</div>
      {action === undefined || action === null ? null : <div className="banner-actions">{action}</div>}
    </div>
  )
}
