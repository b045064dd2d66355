import { useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { TextField, type TextFieldProps } from './text-field.tsx'

type FieldDialogProps = Pick<
  TextFieldProps,
  'label' | 'description' | 'placeholder' | 'dir' | 'maxLength' | 'multiline'
> & {
  title: string
  initial?: string
  /** The labels of the two buttons. */
  apply: string
  cancel: string
  /** Another button between the two. */
  extra?: ReactNode
  /** @returns why the value is not accepted, as a message; null if it is, which closes the dialog */
  onApply: (value: string) => string | null | Promise<string | null>
  onClose: () => void
}

/** Asks for one value. Enter applies it. A message under the field says why a value is not accepted. */
export function FieldDialog(props: FieldDialogProps) {
  const { title, initial = '', apply, cancel, extra, onApply, onClose, multiline = false } = props
  const [value, setValue] = useState(initial)
  const [refusal, setRefusal] = useState<string | null>(null)
  const finish = async (): Promise<void> => {
    const refused = await onApply(value)
    if (refused === null) onClose()
    else setRefusal(refused)
  }
  const field = (
    <TextField
      label={props.label}
      value={value}
      autoFocus
      multiline={multiline}
      error={refusal}
      {...(props.description === undefined ? {} : { description: props.description })}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      {...(props.dir === undefined ? {} : { dir: props.dir })}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
      onChange={(typed) => {
        setValue(typed)
        setRefusal(null)
      }}
    />
  )
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" onPress={() => void finish()}>
            {apply}
          </Button>
          {extra}
          <Button onPress={onClose}>{cancel}</Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void finish()
        }}
        onKeyDown={(event) => {
          // A field of several rows shows a long value. The value is one line: Enter breaks none.
          if (!multiline || event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          void finish()
        }}
      >
        {field}
      </form>
    </Dialog>
  )
}
