import { expect, it } from 'vitest'
import { joinProposals, type ProposalState } from './join-proposals.ts'

const proposal = (
  headHash: string,
  state: ProposalState['state'],
  saveNumber: number,
  seal: string,
): ProposalState => ({
  ...{ headHash, state, saveNumber, seal },
})

it('of equal words, the one on which more was decided stands', () => {
  const [open, settled] = [proposal('h', 'open', 7, 'a'), proposal('h', 'settled', 2, 'b')]
  expect(joinProposals(open, settled)).toEqual({ stands: 'other', isKept: false })
  expect(joinProposals(settled, open)).toEqual({ stands: 'one', isKept: false })
})

it('of different words, the open one stands, and two open ones are both kept', () => {
  const [open, settled] = [proposal('h', 'open', 1, 'a'), proposal('i', 'settled', 2, 'b')]
  expect(joinProposals(settled, open)).toEqual({ stands: 'other', isKept: false })
  const other = proposal('i', 'open', 2, 'b')
  expect(joinProposals(open, other)).toEqual({ stands: 'other', isKept: true })
  expect(joinProposals(other, open)).toEqual({ stands: 'one', isKept: true })
})

it('two that differ in nothing else are told apart by their seals', () => {
  const [one, other] = [proposal('h', 'open', 1, 'a'), proposal('i', 'open', 1, 'b')]
  expect(joinProposals(one, other).stands).toBe('other')
  expect(joinProposals(other, one).stands).toBe('one')
})
