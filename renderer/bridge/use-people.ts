import { useEffect, useState } from 'react'
import { call } from './client.ts'

/** As they were read last. A dialog that asks for a name has them at once: a list of suggestions opens only where it has some. */
let latest: readonly string[] = []

/** @returns the names of the people whom the store knows; none until they were first read. @param pulse reads them again */
export function usePeople(pulse: unknown): readonly string[] {
  const [names, setNames] = useState(latest)
  useEffect(() => {
    let isWanted = true
    call('threads.people', {}).then(
      (answer) => {
        latest = answer.names
        if (isWanted) setNames(latest)
      },
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
