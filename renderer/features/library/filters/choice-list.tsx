import { Check } from 'lucide-react'
import { Autocomplete, Input, Menu, MenuItem, SearchField } from 'react-aria-components'
import { fold } from '#core/text/fold.ts'
import { useT } from '#renderer/ui/locale.tsx'

/** From this many names on, the list has a search field. */
const SEARCHABLE_FROM = 8

type ChoiceListProps = {
  label: string
  /** The first means no choice. */
  options: readonly { value: string; label: string }[]
  value: string
  /** Whether the options are names, among which a person may search. */
  hasNames?: boolean
  onChoose: (value: string) => void
}

/** Chooses one of several options. The search field ignores harakat and variants of spelling. */
export function ChoiceList({ label, options, value, hasNames = false, onChoose }: ChoiceListProps) {
  const t = useT()
  const isSearched = hasNames && options.length >= SEARCHABLE_FROM
  const menu = (
    <Menu
      aria-label={label}
      className="menu filter-menu"
      // The person has just opened it.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={!isSearched}
      selectionMode="single"
      // Escape in the search field would take the choice away and leave the list open.
      disallowEmptySelection
      selectedKeys={[keyOf(value)]}
      onAction={(key) => onChoose(String(key).slice(1))}
      renderEmptyState={() => <p className="filter-none">{t('library.choice-none')}</p>}
    >
      {options.map((option) => (
        <MenuItem key={option.value} id={keyOf(option.value)} textValue={option.label} className="menu-item">
          <span className="filter-option">
            <bdi>{option.label}</bdi>
          </span>
          {option.value === value ? <Check aria-hidden size={16} /> : null}
        </MenuItem>
      ))}
    </Menu>
  )
  if (!isSearched) return menu
  return (
    <Autocomplete filter={(text, typed) => fold(text).includes(fold(typed.trim()))}>
      {/* The person has just opened it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <SearchField aria-label={t('library.choice-find')} className="filter-find" autoFocus>
        <Input className="field-input" placeholder={t('library.choice-find')} />
      </SearchField>
      {menu}
    </Autocomplete>
  )
}

/** React Aria needs a key that is not empty, also for no choice. */
const keyOf = (value: string): string => `=${value}`
