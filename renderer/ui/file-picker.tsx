import { useRef, type ReactNode } from 'react'
import { Button, type ButtonProps } from './button.tsx'

type FilePickerProps = {
  label: string
  /** As in the `accept` of an input: `.txt,text/plain`. */
  accept: string
  onFile: (file: File) => void
  variant?: ButtonProps['variant']
  icon?: ReactNode
  isPending?: boolean
}

/** A button that asks for one file from the disk. */
export function FilePicker({ label, accept, onFile, variant = 'quiet', icon, isPending = false }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button variant={variant} icon={icon} isPending={isPending} onPress={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file may be chosen again after a refusal.
          event.target.value = ''
          if (file !== undefined) onFile(file)
        }}
      />
    </>
  )
}
