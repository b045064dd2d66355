import { isEditor, type Role, type State } from '../../review/states.ts'

/** How an article came into the state in which a side has it. */
export type Decision = {
  readonly state: State
  /** Whether this side moved it since the version that both have. */
  readonly isMoved: boolean
  /** The role of whoever moved it last. */
  readonly role: Role
}

/**
 * Which of two states stands where both sides moved an article, the higher one. What became known outside goes before what
 * somebody thinks of the text, and of two opinions the more cautious one goes first.
 */
export const STATE_RANKS: Readonly<Record<State, number>> = {
  killed: 9,
  withdrawn: 8,
  corrected: 7,
  published: 6,
  exported: 5,
  returned: 4,
  'in-review': 3,
  approved: 2,
  submitted: 1,
  draft: 0,
}

/** The rules, in the order in which they are asked. */
export const JOIN_RULES = ['same', 'only-one-moved', 'editor-stands', 'higher-rank'] as const
export type JoinRule = (typeof JOIN_RULES)[number]

export type JoinedState = {
  readonly state: State
  readonly rule: JoinRule
  /** The two decisions of editors of which one stands: a person is shown both. Null for none. */
  readonly decisions: readonly [stands: State, other: State] | null
}

/** Joins the states that two sides have of one article. Whichever side is which, the answer is the same. */
export function joinStates(one: Decision, other: Decision): JoinedState {
  if (one.state === other.state) return { state: one.state, rule: 'same', decisions: null }
  if (one.isMoved !== other.isMoved)
    return { state: (one.isMoved ? one : other).state, rule: 'only-one-moved', decisions: null }
  const [first, second] = [isEditor(one.role), isEditor(other.role)]
  if (first !== second) return { state: (first ? one : other).state, rule: 'editor-stands', decisions: null }
  const [stands, falls] = STATE_RANKS[one.state] > STATE_RANKS[other.state] ? [one, other] : [other, one]
  return {
    ...{ state: stands.state, rule: 'higher-rank' },
    decisions: first ? [stands.state, falls.state] : null,
  }
}
