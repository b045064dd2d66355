import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import './button.css'

export type ButtonProps = {
  children: ReactNode
  onPress: () => void
  /** `primary` is the main action of a screen; a screen has one. */
  variant?: 'primary' | 'quiet' | 'danger'
  icon?: ReactNode
  isDisabled?: boolean
  /** While pending, the button keeps the focus and ignores presses. */
  isPending?: boolean
  testId?: string
}

/** A button with a text label. */
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
      // A disabled button would lose the focus, so a pending one stays enabled.
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
