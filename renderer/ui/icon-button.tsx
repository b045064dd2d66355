import type { ReactNode } from 'react'
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'
import { useTooltip } from './use-tooltip.ts'
import './button.css'

type IconButtonProps = {
  /** The accessible name and the tooltip. */
  label: string
  icon: ReactNode
  onPress: () => void
  isDisabled?: boolean
  /** Given for a toggle button. */
  isPressed?: boolean
  /** Whether a press leaves the focus where it is, as in a toolbar over a text. */
  keepsFocus?: boolean
  /** False in a row of a list, where arrow keys reach the button. */
  isTabStop?: boolean
  /** Null inside a component that would take the button for one of its own. */
  slot?: null
  testId?: string
}

/** A button with an icon and no text. */
export function IconButton({
  label,
  icon,
  onPress,
  isDisabled = false,
  isPressed,
  keepsFocus = false,
  isTabStop = true,
  slot,
  testId,
}: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0} {...useTooltip()}>
      <Button
        className="icon-button"
        aria-label={label}
        onPress={onPress}
        isDisabled={isDisabled}
        preventFocusOnPress={keepsFocus}
        excludeFromTabOrder={!isTabStop}
        {...(slot === undefined ? {} : { slot })}
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
