import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { MAX_MESSAGE } from '#core/review/thread.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { matchingNames, mentionQuery } from './mention-query.ts'

/** The most names that are offered at once. */
const MOST = 6

type MessageFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  /** Called by Ctrl+Enter. */
  onSend: () => void
  people: readonly string[]
}

/**
 * The field of a message. After an `@` it offers the names of people: the focus stays in the field, the arrows go through
 * the names, Enter or Tab takes one and Esc closes the list.
 */
export function MessageField({ label, value, onChange, onSend, people }: MessageFieldProps) {
  const t = useT()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  /** Where the caret goes after a name was taken. */
  const wanted = useRef<number | null>(null)
  const [caret, setCaret] = useState<number | null>(null)
  const [index, setIndex] = useState(0)
  const query = caret === null ? null : mentionQuery(value, caret)
  const found = query === null ? [] : matchingNames(people, query.typed).slice(0, MOST)
  const at = Math.min(index, found.length - 1)
  const readCaret = (): void => {
    const { selectionStart, selectionEnd } = field.current ?? {}
    setCaret(selectionStart === selectionEnd ? (selectionStart ?? null) : null)
  }
  useLayoutEffect(() => {
    if (wanted.current === null) return
    field.current?.setSelectionRange(wanted.current, wanted.current)
    wanted.current = null
  })
  const take = (name: string): void => {
    if (query === null || caret === null) return
    wanted.current = query.start + name.length + 2
    onChange(`${value.slice(0, query.start)}@${name} ${value.slice(caret)}`)
    setCaret(null)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const name = found[at]
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend()
    else if (name === undefined) return
    else if (event.key === 'ArrowDown') setIndex((at + 1) % found.length)
    else if (event.key === 'ArrowUp') setIndex((at - 1 + found.length) % found.length)
    else if (event.key === 'Escape') setCaret(null)
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) take(name)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="message-field">
      <textarea
        ref={field}
        className="field-input"
        dir="auto"
        rows={1}
        aria-label={label}
        placeholder={label}
        aria-autocomplete="list"
        {...(found.length === 0 ? {} : { 'aria-controls': id, 'aria-activedescendant': `${id}-${at}` })}
        maxLength={MAX_MESSAGE}
        value={value}
        onChange={(event) => {
          onChange(event.target.value)
          setIndex(0)
        }}
        onInput={readCaret}
        onSelect={readCaret}
        // While a button below the list is pressed, the list stays: the button would move away under the press.
        onBlur={({ target, relatedTarget }) => {
          if (target.closest('.message-form')?.contains(relatedTarget) !== true) setCaret(null)
        }}
        onKeyDown={onKeyDown}
      />
      <p role="status" className="visually-hidden">
        {found.length === 0 ? '' : t('comments.people-found', { count: found.length })}
      </p>
      {found.length === 0 ? null : (
        <ul id={id} role="listbox" aria-label={t('comments.people')} className="menu mention-list">
          {found.map((name, each) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are those of the field
            <li
              key={name}
              id={`${id}-${each}`}
              role="option"
              aria-selected={each === at}
              className="menu-item"
              data-focused={each === at || undefined}
              // A press must not take the focus out of the field.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(name)}
            >
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
