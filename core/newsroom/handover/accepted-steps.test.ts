import { expect, it } from 'vitest'
import type { State } from '../../review/states.ts'
import { acceptedSteps } from './accepted-steps.ts'
import type { Step } from './join.ts'

const step = (id: string, from: State | null, to: State): Step => ({
  ...{ id, parents: [], role: 'chief', from, to, revision: 'r' },
})

const LIFE = [step('a', null, 'draft'), step('b', 'draft', 'submitted'), step('c', 'submitted', 'approved')]

it('a decision counts where an editor of the house signed it', () => {
  expect(acceptedSteps(LIFE, () => 'editor')).toMatchObject({ state: 'approved' })
})

it('a decision that nobody with the right to it signed is left out, whatever role it says', () => {
  const { steps, state } = acceptedSteps(LIFE, ({ id }) => (id === 'c' ? 'reporter' : null))
  expect(state).toBe('submitted')
  expect(steps.map(({ id, role }) => [id, role])).toEqual([
    ['a', 'reporter'],
    ['b', 'reporter'],
  ])
  expect(acceptedSteps(LIFE, () => null).state).toBe('submitted')
})

it('an export is an editor’s, and a kill a chief’s', () => {
  const exported = [...LIFE, step('d', 'approved', 'exported')]
  expect(acceptedSteps(exported, () => 'editor').state).toBe('exported')
  const killed = [...LIFE, step('d', 'approved', 'killed')]
  expect(acceptedSteps(killed, () => 'editor').state).toBe('approved')
  expect(acceptedSteps(killed, () => 'chief').state).toBe('killed')
})
