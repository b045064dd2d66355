import { useState } from 'react'

/** A choice about this window's look, kept in this window's browser. */
export function useRemembered(name: string, initial: boolean): [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(() => (localStorage.getItem(name) ?? String(initial)) === 'true')
  return [
    value,
    (next) => {
      localStorage.setItem(name, String(next))
      setValue(next)
    },
  ]
}
