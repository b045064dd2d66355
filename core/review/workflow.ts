import { isEditor, roleSchema, STATES, type Role, type State } from './states.ts'

type Move = { from: State; to: State; by: readonly Role[]; note?: true }

const EDITOR: readonly Role[] = roleSchema.options.filter(isEditor)
const ANYONE: readonly Role[] = roleSchema.options

/** Every transition that a person may make. None leads to `exported`: only an export does that. */
const MOVES: readonly Move[] = [
  { from: 'draft', to: 'submitted', by: ANYONE },
  { from: 'submitted', to: 'in-review', by: EDITOR },
  { from: 'submitted', to: 'approved', by: EDITOR },
  { from: 'submitted', to: 'returned', by: EDITOR, note: true },
  { from: 'submitted', to: 'draft', by: ANYONE },
  { from: 'in-review', to: 'approved', by: EDITOR },
  { from: 'in-review', to: 'returned', by: EDITOR, note: true },
  { from: 'returned', to: 'submitted', by: ANYONE },
  { from: 'returned', to: 'draft', by: ANYONE },
  { from: 'approved', to: 'returned', by: EDITOR, note: true },
  { from: 'approved', to: 'draft', by: EDITOR },
  { from: 'exported', to: 'published', by: EDITOR },
  { from: 'published', to: 'corrected', by: EDITOR },
  // A withdrawn article becomes a draft again and goes through review.
  { from: 'exported', to: 'withdrawn', by: EDITOR, note: true },
  { from: 'published', to: 'withdrawn', by: EDITOR, note: true },
  { from: 'corrected', to: 'withdrawn', by: EDITOR, note: true },
  { from: 'withdrawn', to: 'draft', by: EDITOR },
  ...STATES.filter((from) => from !== 'killed').map((from): Move => ({ from, to: 'killed', by: EDITOR, note: true })),
]

/** What else is possible while readers still have an earlier text of an article. */
const MOVES_WHILE_LIVE: readonly Move[] = (['draft', 'submitted', 'in-review', 'returned', 'approved'] as const).map(
  (from) => ({ from, to: 'withdrawn', by: EDITOR, note: true }),
)

const movesFrom = (state: State, isLive: boolean): Move[] =>
  [...MOVES, ...(isLive ? MOVES_WHILE_LIVE : [])].filter(({ from }) => from === state)

/**
 * @param isLive whether readers have the article, whatever its state
 * @returns the states to which a role may move an article, the most usual one first.
 */
export function moves(state: State, role: Role, isLive = false): State[] {
  return movesFrom(state, isLive)
    .filter(({ by }) => by.includes(role))
    .map(({ to }) => to)
}

/** @returns whether a move needs a note that says why. */
export function needsNote(from: State, to: State): boolean {
  return movesFrom(from, true).some((move) => move.to === to && move.note === true)
}

/** @returns why a move is refused, or null when it is allowed. */
export function checkMove(
  from: State,
  to: State,
  role: Role,
  note: string,
  isLive = false,
): 'illegal-move' | 'role-not-allowed' | 'note-required' | null {
  const move = movesFrom(from, isLive).find((each) => each.to === to)
  if (move === undefined) return 'illegal-move'
  if (!move.by.includes(role)) return 'role-not-allowed'
  return move.note === true && note.trim() === '' ? 'note-required' : null
}

/** What an edit does to the state of an article. `becomes` is the new state, or null when it does not change. */
export type EditEffect =
  | { allowed: true; becomes: State | null }
  | { allowed: false; reason: 'submitted' | 'in-review' | 'killed' }

/**
 * @returns whether a role may edit in a state, and what the article becomes. An article that was approved or exported
 *   is a draft again, because nobody has reviewed the change.
 */
export function editEffect(state: State, role: Role): EditEffect {
  switch (state) {
    case 'draft':
      return { allowed: true, becomes: null }
    case 'returned':
    case 'approved':
    case 'exported':
    case 'published':
    case 'corrected':
    case 'withdrawn':
      return { allowed: true, becomes: 'draft' }
    case 'submitted':
      return isEditor(role) ? { allowed: true, becomes: 'in-review' } : { allowed: false, reason: 'submitted' }
    case 'in-review':
      return isEditor(role) ? { allowed: true, becomes: null } : { allowed: false, reason: 'in-review' }
    case 'killed':
      return { allowed: false, reason: 'killed' }
  }
}
