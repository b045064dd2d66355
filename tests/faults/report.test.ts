import { expect, it } from 'vitest'
import { withResults } from './report.ts'

const PAGE = '# Reliability\n\nBefore.\n\n## What came out\n\nOld.\n\n## What each means\n\nAfter.\n'

it('a run replaces the results of the page, and nothing else', () => {
  const rows = [
    { fault: 'a kill', times: 1000, losses: [], notes: ['late: 3 ms', 'twice'] },
    { fault: 'a full disk', times: 0, losses: [], notes: [], skipped: 'skipped: no root' },
  ]
  expect(withResults(PAGE, rows, 7)).toBe(
    '# Reliability\n\nBefore.\n\n## What came out\n\nThis run had the seed 7.\n\n| fault | times | lost | what else |\n|---|---|---|---|\n' +
      '| a kill | 1,000 | nothing | late: 3 ms; twice |\n| a full disk | — | — | skipped: no root |\n\nNothing was lost.\n\n' +
      '## What each means\n\nAfter.\n',
  )
})

it('a loss is counted and said, and dollar signs stay', () => {
  const page = withResults(PAGE, [{ fault: 'a kill', times: 2, losses: ['«$&» is gone'], notes: [] }], 1)
  expect(page).toContain('| a kill | 2 | 1 |  |\n\n- a kill: «$&» is gone\n\n## What each means')
})

it('a page without a place for results is refused', () => {
  expect(() => withResults('# Reliability\n', [], 1)).toThrow('no section for the results')
})
