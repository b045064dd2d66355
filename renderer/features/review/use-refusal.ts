import { useCallback, useEffect, useState } from 'react'

// A refused step makes the article open anew, for it was changed elsewhere; the reason has to outlive that.
const refusals = new Map<string, string>()
const listeners = new Set<() => void>()

function put(id: string, text: string | null): void {
  if (text === null) refusals.delete(id)
  else refusals.set(id, text)
  for (const listener of listeners) listener()
}

// It belongs to the screen on which it happened: whoever comes back has something else in mind.
addEventListener('hashchange', () => refusals.clear())

/** @returns why the last step on this article was refused, for as long as its screen is shown, and the way to say so. */
export function useRefusal(id: string): [string | null, (text: string | null) => void] {
  const [text, setText] = useState(() => refusals.get(id) ?? null)
  useEffect(() => {
    const read = (): void => setText(refusals.get(id) ?? null)
    listeners.add(read)
    read()
    return () => void listeners.delete(read)
  }, [id])
  return [text, useCallback((next) => put(id, next), [id])]
}
