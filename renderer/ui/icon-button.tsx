import type { ReactNode } from 'react'
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'
import './button.css'

type IconButtonProps = {
  /** What it does: read to those who cannot see the icon, shown to those who point at it. */
  label: string
  icon: ReactNode
  onPress: () => void
  isDisabled?: boolean
  /** Given for a button that stays down. */
  isPressed?: boolean
  /** A toolbar over a text must not take the caret from it. */
  keepsFocus?: boolean
  /** False in a row of a list, whose own keys lead to it. */
  isTabStop?: boolean
  testId?: string
}

/** A button that is only an icon. */
export function IconButton({
  label,
  icon,
  onPress,
  isDisabled = false,
  isPressed,
  keepsFocus = false,
  isTabStop = true,
  testId,
}: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Button
        className="icon-button"
        aria-label={label}
        onPress={onPress}
        isDisabled={isDisabled}
        preventFocusOnPress={keepsFocus}
        excludeFromTabOrder={!isTabStop}
        {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
        data-testid={testId}
      >
        {icon}
      </Button>
      <Tooltip className="tooltip" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  )
}
