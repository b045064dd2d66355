/** What two sides may have of one proposal. */
export type ProposalState = {
  readonly headHash: string
  readonly state: 'open' | 'settled' | 'withdrawn'
  readonly saveNumber: number
  /** Names this state of the proposal. */
  readonly seal: string
}

export type JoinedProposal = {
  readonly stands: 'one' | 'other'
  /** Whether the one that does not stand is kept as a proposal of its own, because it has words that the other lacks. */
  readonly isKept: boolean
}

/**
 * Joins two states of one proposal that grew apart: somebody decided on it here while its author went on there. Whichever side is
 * which, the same one stands. Of equal words, the one on which more was decided stands; of different words, the one that is open.
 */
export function joinProposals(one: ProposalState, other: ProposalState): JoinedProposal {
  const isSame = one.headHash === other.headHash
  const rank = ({ state, saveNumber, seal }: ProposalState): [number, number, string] => [
    (state === 'open') === isSame ? 0 : 1,
    saveNumber,
    seal,
  ]
  const stands = isHigher(rank(one), rank(other)) ? 'one' : 'other'
  const falls = stands === 'one' ? other : one
  return { stands, isKept: !isSame && falls.state === 'open' }
}

function isHigher(one: readonly [number, number, string], other: readonly [number, number, string]): boolean {
  const differs = one.findIndex((value, index) => value !== other[index])
  return differs !== -1 && (one[differs] ?? 0) > (other[differs] ?? 0)
}
