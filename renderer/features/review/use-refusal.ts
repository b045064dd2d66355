import { useCallback, useEffect, useState } from 'react'

// A refused step reopens the article, because it was changed elsewhere. The reason must survive that.
const refusals = new Map<string, string>()
const listeners = new Set<() => void>()

function put(id: string, text: string | null): void {
  if (text === null) refusals.delete(id)
  else refusals.set(id, text)
  for (const listener of listeners) listener()
}

// Leaving the screen clears the reason.
addEventListener('hashchange', () => refusals.clear())

/** @returns why the last step on this article was refused, while its screen is shown, and a setter for it. */
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
