import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import { RIGHTS } from '#core/contract/call-rights.ts'
import type { CallName } from '#core/contract/contract.ts'
import type { Who } from '#core/contract/people.ts'
import { ACT_RIGHTS, lowestRole, MOVE_RIGHTS, type Rights } from '#core/newsroom/rights.ts'
import type { Role, State } from '#core/review/states.ts'
import { call } from './client.ts'
import { useChanges } from './use-changes.ts'

const WhoContext = createContext<Who | null>(null)

/** Provides who works in the store, the same in every window. */
export function WhoProvider({ children }: { children: ReactNode }) {
  const [who, setWho] = useState<Who | null>(null)
  const [pulse, setPulse] = useState(0)
  useChanges((change) => {
    if (change === null || change.type === 'settings-changed') setPulse((before) => before + 1)
  })
  useEffect(() => {
    let isWanted = true
    call('people.who', {}).then(
      (answer) => isWanted && setWho(answer),
      // A lost connection says so by itself, and the next one asks again.
      () => {},
    )
    return () => {
      isWanted = false
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- somebody else may work here now
  }, [pulse])
  return <WhoContext value={who}>{children}</WhoContext>
}

/** @returns who works in the store; null until that is known. */
export function useWho(): Who | null {
  return useContext(WhoContext)
}

/** @returns whether the person who works here may move some article to a state, where the workflow has such a step. */
export function useMayMove(): (to: State) => boolean {
  const who = useWho()
  const role = who?.house === null ? undefined : who?.person?.role
  return (to) => role === undefined || MOVE_RIGHTS[to][role] !== 'no'
}

/** Whether somebody may do something; otherwise the lowest role that may. */
export type May = { may: true } | { may: false; needs: Role | null }

/**
 * @param act a call, or one of the further acts of the table of rights
 * @returns whether the person who works here may do that at all; with whose articles, the service says.
 */
export function useMay(act: CallName | keyof typeof ACT_RIGHTS): May {
  const who = useWho()
  const rights: Readonly<Record<CallName | keyof typeof ACT_RIGHTS, Rights>> = { ...RIGHTS, ...ACT_RIGHTS }
  if (who === null || who.house === null || who.person === null) return { may: true }
  const table = rights[act]
  return table[who.person.role] === 'no' ? { may: false, needs: lowestRole(table) } : { may: true }
}
