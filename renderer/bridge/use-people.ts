import { useEffect, useState } from 'react'
import { call } from './client.ts'

/** @returns the names of the people whom the store knows; none until they were read. @param pulse reads them again */
export function usePeople(pulse: unknown): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([])
  useEffect(() => {
    let isWanted = true
    call('threads.people', {}).then(
      (answer) => isWanted && setNames(answer.names),
      // Without them a name is typed by hand, and nobody is found by it.
      () => {},
    )
    return () => {
      isWanted = false
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- somebody new may have written
  }, [pulse])
  return names
}
