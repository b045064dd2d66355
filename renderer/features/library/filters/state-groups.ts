import type { MessageKey } from '#core/locale/translate.ts'
import type { State } from '#core/review/states.ts'

/** The states grouped as a desk sees them: everything that has left the house is one group. */
export const STATE_GROUPS: Readonly<Record<string, { label: MessageKey; states: readonly State[] }>> = {
  all: { label: 'library.all', states: [] },
  draft: { label: 'common.state-draft', states: ['draft'] },
  submitted: { label: 'common.state-submitted', states: ['submitted'] },
  'in-review': { label: 'common.state-in-review', states: ['in-review'] },
  returned: { label: 'common.state-returned', states: ['returned'] },
  approved: { label: 'common.state-approved', states: ['approved'] },
  exported: { label: 'common.state-exported', states: ['exported'] },
  published: { label: 'common.state-published', states: ['published', 'corrected'] },
  killed: { label: 'library.taken-back', states: ['withdrawn', 'killed'] },
}
