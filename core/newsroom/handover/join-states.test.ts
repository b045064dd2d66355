import { expect, it } from 'vitest'
import { STATES, type Role, type State } from '../../review/states.ts'
import { joinStates, type Decision } from './join-states.ts'

const moved = (state: State, role: Role = 'editor'): Decision => ({ state, isMoved: true, role })
const stayed = (state: State): Decision => ({ state, isMoved: false, role: 'reporter' })

it.each<[what: string, one: Decision, other: Decision, state: State, shown: [State, State] | null]>([
  ['both are the same', moved('submitted'), stayed('submitted'), 'submitted', null],
  ['only one moved', moved('submitted', 'reporter'), stayed('in-review'), 'submitted', null],
  ['an editor decided, a reporter took it back', moved('returned'), moved('draft', 'reporter'), 'returned', null],
  [
    'an editor approved, a reporter submitted again',
    moved('approved'),
    moved('submitted', 'reporter'),
    'approved',
    null,
  ],
  ['two editors', moved('approved'), moved('returned', 'chief'), 'returned', ['returned', 'approved']],
  [
    'one editor exported what another returned',
    moved('exported'),
    moved('returned'),
    'exported',
    ['exported', 'returned'],
  ],
  [
    'one killed what another published',
    moved('published'),
    moved('killed', 'chief'),
    'killed',
    ['killed', 'published'],
  ],
  ['two reporters', moved('draft', 'reporter'), moved('submitted', 'reporter'), 'submitted', null],
])('where %s', (_what, one, other, state, shown) => {
  expect(joinStates(one, other)).toMatchObject({ state, decisions: shown })
})

it('whichever side is which, the answer is the same', () => {
  const all = STATES.flatMap((state) => [moved(state), moved(state, 'reporter'), stayed(state)])
  for (const one of all)
    for (const other of all) {
      // Two sides that did not move have the state that they had together.
      if (!one.isMoved && !other.isMoved && one.state !== other.state) continue
      expect(joinStates(one, other)).toEqual(joinStates(other, one))
    }
})
