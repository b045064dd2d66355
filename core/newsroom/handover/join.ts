import { APPROVED, type Role, type State } from '../../review/states.ts'
import { joinStates, type Decision, type JoinedState } from './join-states.ts'
import { lastCommon, lineOf, type Following, type Line } from './lines.ts'

/** What a step of the audit says of the state of its article. */
export type Step = Following & {
  readonly role: Role
  readonly from: State | null
  readonly to: State
  /** The text as it was then. */
  readonly revision: string
}

/** What one side has of an article. */
export type Side = { readonly steps: readonly Step[]; readonly state: State }

/** @returns the last step that both sides have; null where they have nothing in common. */
export function commonStep(here: readonly Step[], coming: readonly Step[]): Step | null {
  const last = lastCommon(lineOf(here), lineOf(coming))
  return here.find(({ id }) => id === last) ?? null
}

/** @returns how a side came to its state, as far as the other does not have it. */
function decisionOf({ steps, state }: Side, other: Line): Decision {
  const last = steps.findLast(({ id, from, to }) => from !== to && !other.has(id))
  return { state, isMoved: last !== undefined, role: last?.role ?? 'reporter' }
}

/**
 * Joins the states of two sides.
 * @param isSame whether the joined text is that of the side whose state stands: of another text, nobody approved it
 */
export function joinSides(here: Side, coming: Side, isSame: (side: 'here' | 'coming') => boolean): JoinedState {
  const joined = joinStates(decisionOf(here, lineOf(coming.steps)), decisionOf(coming, lineOf(here.steps)))
  const isRead = (here.state === joined.state && isSame('here')) || (coming.state === joined.state && isSame('coming'))
  return APPROVED.has(joined.state) && !isRead ? { ...joined, state: 'draft' } : joined
}
