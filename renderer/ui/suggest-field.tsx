import { ChevronDown } from 'lucide-react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import './field.css'
import './suggest-field.css'

type SuggestFieldProps = {
  label: string
  description?: string
  value: string
  suggestions: readonly string[]
  /** @returns whether a suggestion is shown for what is typed. */
  matches: (suggestion: string, typed: string) => boolean
  onChange: (value: string) => void
  /** Called with what was typed when the field is left. */
  onLeave?: (value: string) => void
  isDisabled?: boolean
  autoFocus?: boolean
  maxLength?: number
}

/** A text field that offers values while one types. Any other value may be typed too. */
export function SuggestField({
  label,
  description,
  value,
  suggestions,
  onChange,
  onLeave,
  ...props
}: SuggestFieldProps) {
  const { matches, isDisabled = false, autoFocus = false, maxLength } = props
  const shown = suggestions.filter((each) => value.trim() === '' || matches(each, value))
  return (
    <ComboBox
      className="field"
      allowsCustomValue
      allowsEmptyCollection={false}
      menuTrigger="input"
      isDisabled={isDisabled}
      inputValue={value}
      onInputChange={onChange}
      // Filtered here already, by how names are spelled.
      defaultFilter={() => true}
      onBlur={() => onLeave?.(value)}
      // The person has just opened the dialog with the field.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={autoFocus}
    >
      <Label className="field-label">{label}</Label>
      <div className="suggest-box">
        <Input className="field-input" {...(maxLength === undefined ? {} : { maxLength })} />
        {suggestions.length === 0 ? null : (
          <Button className="suggest-open">
            <ChevronDown aria-hidden size={16} />
          </Button>
        )}
      </div>
      {description === undefined ? null : (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <Popover className="menu-popover">
        <ListBox className="menu suggest-list">
          {shown.map((each) => (
            <ListBoxItem key={each} id={each} textValue={each} className="menu-item">
              <bdi>{each}</bdi>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
