import { useCallback, useState } from 'react'

// The panel goes when another tab is shown or when it is closed. What was typed for a step must survive that.
const notes = new Map<string, string>()

/** @returns the note for the next step of an article, kept until the step is taken or the window is closed, and a setter. */
export function useNote(id: string): [string, (note: string) => void] {
  const [note, setNote] = useState(() => notes.get(id) ?? '')
  const put = useCallback(
    (next: string) => {
      if (next === '') notes.delete(id)
      else notes.set(id, next)
      setNote(next)
    },
    [id],
  )
  return [note, put]
}
