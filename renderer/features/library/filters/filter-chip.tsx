import { useRef, type ReactNode } from 'react'
import { ChevronDown, X } from 'lucide-react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { useT } from '#renderer/ui/locale.tsx'

type FilterChipProps = {
  /** What it filters by. */
  label: string
  /** What is chosen, in words; null: nothing. */
  value: string | null
  onRemove: () => void
  /** What is chosen from. `close` goes back to the list. */
  children: (close: () => void) => ReactNode
}

/** A filter: what it is or what is chosen, with the choice under it and a way out beside it. */
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
            // This button goes with what it removes.
            choose.current?.focus()
          }}
        >
          <X aria-hidden size={14} />
        </Button>
      )}
    </div>
  )
}
