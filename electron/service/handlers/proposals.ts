import { listProposals } from '#db/tables/proposals.ts'
import { loadHead } from '../articles/load-article.ts'
import type { Handlers } from '../context.ts'
import { proposeFile } from '../imports/propose-file.ts'
import { addProposal } from '../review/add-proposal.ts'
import { saveProposal, withdrawProposal } from '../review/proposals.ts'

export const proposalsHandlers: Handlers<'proposals'> = {
  'proposals.list': ({ id }, { store }) => {
    loadHead(store, id)
    const { proposals, damaged } = listProposals(store.db, id)
    return { proposals: proposals.map(({ articleId: _id, role: _role, state: _state, ...rest }) => rest), damaged }
  },
  'proposals.save': saveProposal,
  'proposals.add': addProposal,
  'proposals.file': proposeFile,
  'proposals.withdraw': (input, context) => {
    withdrawProposal(input, context)
    return {}
  },
}
