import type { ComponentProps, ReactNode } from 'react'
import './frame.css'

type FrameProps = Omit<ComponentProps<'div'>, 'title'> & {
  title: string
  /** Stand in the line of the title, at its end. */
  actions?: ReactNode
}

/**
 * The frame of a screen: its title and its content. All screens stand in it, so that titles begin at one point and lists
 * and forms have one measure.
 */
export function Frame({ title, actions, className = '', children, ...others }: FrameProps) {
  return (
    <div {...others} className={`frame ${className}`}>
      <header className="frame-head">
        <h1 className="screen-title">{title}</h1>
        {actions}
      </header>
      {children}
    </div>
  )
}
