import { useEffect, useEffectEvent, useRef } from 'react'
import { Search, X } from 'lucide-react'
import { Button, Input, SearchField } from 'react-aria-components'
import { useT } from '#renderer/ui/locale.tsx'

/** @returns whether a key press writes something, and nobody else is being written into. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null
  const taken =
    target !== null && target.matches('input, textarea, select, [contenteditable="true"], [role="dialog"] *')
  return !taken && !event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1 && event.key !== ' '
}

/** As many letters as the service looks at. */
const MOST = 500

type SearchBoxProps = {
  value: string
  onChange: (value: string) => void
  /** Goes on to what was found. */
  onDown: () => void
}

/** The search of the library. Whoever types anywhere on the screen types here. */
export function SearchBox({ value, onChange, onDown }: SearchBoxProps) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const wantsSearch = (event.ctrlKey || event.metaKey) && event.code === 'KeyF'
    if (!wantsSearch && !isTyping(event)) return
    // The list has a search by letter of its own, which would take the key.
    event.preventDefault()
    event.stopPropagation()
    input.current?.focus()
    if (!wantsSearch) onChange(value + event.key)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown(event)
    // Before the list, whose own search by letter would take the key.
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
        maxLength={MOST}
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
