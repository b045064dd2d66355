import { FieldError, Input, Label, Text, TextArea, TextField as AriaTextField } from 'react-aria-components'
import './field.css'

export type TextFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  description?: string
  /** Why the value is not accepted; shown under the field. */
  error?: string | null
  placeholder?: string
  multiline?: boolean
  isRequired?: boolean
  isDisabled?: boolean
  /** The interface's direction if omitted. Addresses and codes are left to right in every language. */
  dir?: 'rtl' | 'ltr'
  autoFocus?: boolean
  /** A password: shown as dots, and not saved by the browser. */
  isSecret?: boolean
  maxLength?: number
  onBlur?: () => void
}

/** A labelled input of one line or several. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, description, error, placeholder, multiline = false, dir, maxLength } = props
  const input = {
    className: 'field-input',
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(dir === undefined ? {} : { dir }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(props.isSecret === true ? { type: 'password', autoComplete: 'new-password' } : {}),
  }
  return (
    <AriaTextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={typeof error === 'string'}
      isRequired={props.isRequired ?? false}
      isDisabled={props.isDisabled ?? false}
      // The person has just opened the dialog or panel with the field.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={props.autoFocus ?? false}
      validationBehavior="aria"
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
    >
      <Label className="field-label">{label}</Label>
      {multiline ? <TextArea {...input} rows={3} /> : <Input {...input} />}
      {description === undefined ? null : (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  )
}
