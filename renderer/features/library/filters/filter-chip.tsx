import { useRef, type ReactNode } from 'react'
import { ChevronDown, X } from 'lucide-react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useT } from '#renderer/ui/locale.tsx'

type FilterChipProps = {
  label: string
  /** The chosen value in words; null for none. */
  value: string | null
  onRemove: () => void
  /** Renders the options. `close` closes the chip and returns to the list. */
  children: (close: () => void) => ReactNode
}

/** A filter as a chip: its value, a popover with the options, and a button that removes it. */
export function FilterChip({ label, value, onRemove, children }: FilterChipProps) {
  const t = useT()
  const choose = useRef<HTMLButtonElement>(null)
  const shown = value === null ? label : t('library.filter-is', { label, value })
  return (
    <div className="filter-chip" data-active={value !== null} data-testid="filter">
      <DialogTrigger>
        <Button ref={choose} className="filter-choose">
          <bdi>{shown}</bdi>
          {value === null ? <ChevronDown aria-hidden size={14} /> : null}
        </Button>
        <Popover className="menu-popover" placement="bottom start">
          <Dialog className="filter-popover" aria-label={label}>
            {({ close }) => children(close)}
          </Dialog>
        </Popover>
      </DialogTrigger>
      {value === null ? null : (
        <Button
          className="filter-remove"
          aria-label={t('library.filter-remove', { filter: shown })}
          onPress={() => {
            onRemove()
            // This button disappears with the filter.
            choose.current?.focus()
          }}
        >
          <X aria-hidden size={14} />
        </Button>
      )}
    </div>
  )
}
