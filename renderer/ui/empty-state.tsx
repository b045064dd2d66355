import type { ReactNode } from 'react'
import './banner.css'

/** An empty screen: what the screen is for, and the next step. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
}: {
  icon: ReactNode
  title: string
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className="empty">
      {icon}
      <h2 className="empty-title">{title}</h2>
      {children}
      {actions === undefined ? null : <div className="empty-actions">{actions}</div>}
    </div>
  )
}
