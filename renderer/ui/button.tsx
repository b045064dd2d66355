import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import './button.css'

export type ButtonProps = {
  children: ReactNode
  onPress: () => void
  /** `primary` is the one next step of a screen. */
  variant?: 'primary' | 'quiet' | 'danger'
  icon?: ReactNode
  isDisabled?: boolean
  /** While it works it keeps its place and cannot be pressed again. */
  isPending?: boolean
  testId?: string
}

/** A button that says what it does. */
export function Button({
  children,
  onPress,
  variant = 'quiet',
  icon,
  isDisabled = false,
  isPending = false,
  testId,
}: ButtonProps) {
  return (
    <AriaButton
      className={`button button-${variant}`}
      // Disabled it would lose the focus, and whoever goes by keyboard their place.
      onPress={() => {
        if (!isPending) onPress()
      }}
      isDisabled={isDisabled}
      data-busy={isPending || undefined}
      data-testid={testId}
    >
      {icon}
      {children}
    </AriaButton>
  )
}
