import { useRef, type ReactNode } from 'react'
import { Button, type ButtonProps } from './button.tsx'

type FilePickerProps = {
  label: string
  /** As the `accept` attribute of an input: `.txt,text/plain`. */
  accept: string
  onFile: (file: File) => void
  variant?: ButtonProps['variant']
  icon?: ReactNode
  isPending?: boolean
}

/** A button that opens the browser's dialog for one file. */
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
          // Without this, choosing the same file again would give no event.
          event.target.value = ''
          if (file !== undefined) onFile(file)
        }}
      />
    </>
  )
}
