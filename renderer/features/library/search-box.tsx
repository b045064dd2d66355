import { useEffect, useEffectEvent, useRef } from 'react'
import { Search, X } from 'lucide-react'
import { Button, Input, SearchField } from 'react-aria-components'
import { useT } from '#renderer/ui/locale.tsx'

/** @returns whether a key press types a character outside any text field. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null
  const isInTextField =
    target !== null && target.matches('input, textarea, select, [contenteditable="true"], [role="dialog"] *')
  // A question mark asks for the sheet of shortcuts.
  const isLetter = event.key.length === 1 && ![' ', '؟', '?'].includes(event.key)
  return !isInTextField && !event.ctrlKey && !event.metaKey && !event.altKey && isLetter
}

/** The contract's limit for a search, in characters. */
const MAX_LENGTH = 500

type SearchBoxProps = {
  value: string
  onChange: (value: string) => void
  /** Moves the focus into the list. */
  onDown: () => void
}

/** The search box. Typing anywhere on the screen types into it. */
export function SearchBox({ value, onChange, onDown }: SearchBoxProps) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const wantsSearch = (event.ctrlKey || event.metaKey) && event.code === 'KeyF'
    if (!wantsSearch && !isTyping(event)) return
    // React Aria's typeahead in the list would take the key.
    event.preventDefault()
    event.stopPropagation()
    input.current?.focus()
    if (!wantsSearch) onChange(value + event.key)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown(event)
    // In the capture phase, before that typeahead.
    document.addEventListener('keydown', listener, true)
    return () => document.removeEventListener('keydown', listener, true)
  }, [])
  return (
    <SearchField className="search-box" aria-label={t('library.search')} value={value} onChange={onChange}>
      <Search aria-hidden size={18} />
      <Input
        ref={input}
        placeholder={t('library.search')}
        data-testid="search"
        maxLength={MAX_LENGTH}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          onDown()
        }}
      />
      {value === '' ? null : (
        <Button className="icon-button" aria-label={t('library.search-clear')}>
          <X aria-hidden size={16} />
        </Button>
      )}
    </SearchField>
  )
}
