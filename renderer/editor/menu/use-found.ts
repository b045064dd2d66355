import { useEffect, useState } from 'react'
import type { Command } from './command.ts'

/**
 * @param shortest fewer letters find nothing
 * @returns what a typed text finds in the store; that of the text before, until the answer is there
 */
export function useFound(
  typed: string,
  search: (typed: string) => Promise<readonly Command[]>,
  shortest = 0,
): readonly Command[] {
  const [found, setFound] = useState<readonly Command[]>([])
  useEffect(() => {
    let isWanted = true
    const asked = typed.trim().length < shortest ? Promise.resolve([]) : search(typed)
    // The commands are there without the store, which reports its own errors.
    asked.then(
      (commands) => isWanted && setFound(commands),
      () => isWanted && setFound([]),
    )
    return () => {
      isWanted = false
    }
  }, [typed, search, shortest])
  return found
}
