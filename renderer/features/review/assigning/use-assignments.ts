import { useCallback, useEffect, useState } from 'react'
import type { CallOutput } from '#core/contract/contract.ts'
import { call } from '#renderer/bridge/client.ts'
import { useChanges } from '#renderer/bridge/use-changes.ts'

type Assignments = CallOutput<'desk.assignments'>

/** @returns how an article is assigned, and was, kept up to date; null until it is known */
export function useAssignments(id: string): Assignments | null {
  const [assignments, setAssignments] = useState<Assignments | null>(null)
  const load = useCallback(() => {
    // The screens that show this report what is wrong with the article or the store.
    call('desk.assignments', { id }).then(setAssignments, () => setAssignments(null))
  }, [id])
  useEffect(load, [load])
  useChanges((change) => {
    if (change === null || (change.type === 'desk-changed' && change.id === id)) load()
  })
  return assignments
}
