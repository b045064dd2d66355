import type { Row } from './row.ts'

/** What `npm run faults` writes into `docs/reliability.md`. The rest of the page is written by hand. */
const RESULTS = /(?<=\n## What came out\n).*?(?=\n## )/su

function line({ fault, times, losses, notes, skipped }: Row): string {
  if (skipped !== undefined) return `| ${fault} | — | — | ${skipped} |`
  return `| ${fault} | ${times.toLocaleString('en')} | ${losses.length === 0 ? 'nothing' : losses.length} | ${notes.join('; ')} |`
}

/**
 * @returns the page with the results of a run.
 * @throws Error if the page has no section “What came out” before another one
 */
export function withResults(page: string, rows: readonly Row[], seed: number): string {
  if (!RESULTS.test(page)) throw new Error('The page has no section for the results')
  const losses = rows.flatMap((row) => row.losses.map((words) => `- ${row.fault}: ${words}`))
  const section = `
This run had the seed ${seed}.

| fault | times | lost | what else |
|---|---|---|---|
${rows.map(line).join('\n')}

${losses.length === 0 ? 'Nothing was lost.' : losses.join('\n')}
`
  return page.replace(RESULTS, () => section)
}
