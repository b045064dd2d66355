import { isEditor, type Role, type State } from '../../review/states.ts'
import { MOVE_RIGHTS } from '../rights.ts'
import type { Step } from './join.ts'

/** Everybody may bring an article there. */
const OF_ANYBODY: ReadonlySet<State> = new Set(['draft', 'submitted'])

/** @returns whether somebody with a role in the house may have moved an article there. @param role null for nobody known */
function mayHaveMoved(to: State, role: Role | null): boolean {
  if (OF_ANYBODY.has(to)) return true
  // No table lets anybody export by a step: an editor does so by writing the package.
  if (role !== null && to === 'exported') return isEditor(role)
  return role !== null && MOVE_RIGHTS[to][role] !== 'no'
}

/**
 * Leaves out the decisions of a file that nobody with the right to them signed.
 * @param steps in the order in which they happened
 * @param roleOf the role in the house of whoever is proven to have done a step; null for nobody
 * @returns the steps that count, each with that role, and the state to which they lead
 */
export function acceptedSteps<S extends Step>(
  steps: readonly S[],
  roleOf: (step: S) => Role | null,
): { steps: Step[]; state: State } {
  const accepted = steps.flatMap((step): Step[] => {
    const role = roleOf(step)
    if (step.from !== step.to && !mayHaveMoved(step.to, role)) return []
    return [{ ...step, role: role ?? 'reporter' }]
  })
  return { steps: accepted, state: accepted.findLast(({ from, to }) => from !== to)?.to ?? 'draft' }
}
