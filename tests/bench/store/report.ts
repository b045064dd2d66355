import { percentile } from '../statistics.ts'
import type { Measured } from './measure.ts'
import { shares, type PairCounts } from '#tests/support/word-pairs.ts'

export type Words = { half: string; counts: PairCounts }

const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0))
const of = (values: readonly number[], share: number): number => percentile(values, share)
const percent = (value: number): string => `${(value * 100).toFixed(1)} %`
const thousands = (value: number): string => value.toLocaleString('en')

function both(values: readonly number[]): string {
  return `${ms(of(values, 0.5))} / ${ms(of(values, 0.95))}`
}

const ratio = (own: readonly number[], base: readonly number[], share: number): number =>
  of(own, share) / of(base, share)

const ratios = (own: readonly number[], base: readonly number[]): string =>
  [0.5, 0.95].map((share) => ratio(own, base, share).toFixed(2)).join(' / ')

/** The lines of the table: what each measures, and its text for one size. */
const ROWS: readonly (readonly [string, (measured: Measured) => string])[] = [
  ['size of the database, MB', ({ databaseMb }) => databaseMb.toFixed(0)],
  ['put in an article, ms', ({ filled }) => ms(filled.insertMs / filled.articles)],
  ['index an article, ms', ({ filled }) => ms(filled.indexMs / filled.articles)],
  ['save of 5,000 words, p50 / p95 / p99, ms', ({ save }) => `${both(save)} / ${ms(of(save, 0.99))}`],
  ['— its transaction alone', ({ commit }) => `${both(commit)} / ${ms(of(commit, 0.99))}`],
  ['bare append and fsync of the same bytes', ({ append }) => `${both(append)} / ${ms(of(append, 0.99))}`],
  [
    'save to bare append, p50 / p95 / p99',
    ({ save, append }) => [0.5, 0.95, 0.99].map((share) => ratio(save, append, share).toFixed(2)).join(' / '),
  ],
  [
    'transaction to bare append, p50 / p95 / p99',
    ({ commit, append }) => [0.5, 0.95, 0.99].map((share) => ratio(commit, append, share).toFixed(2)).join(' / '),
  ],
  ['syncs per save', ({ alone }) => (alone.syncs === null ? 'not counted' : (alone.syncs / alone.saves).toFixed(2))],
  ['open to the first list, p50 / p95, ms', ({ open }) => both(open)],
  ['a page of the list anywhere', ({ scroll }) => both(scroll)],
  ['a page in each order', ({ sorted }) => both(sorted)],
  ['— to one of the usual list', ({ sorted, scroll }) => ratios(sorted, scroll)],
  ['a page with filters, in each order', ({ filtered }) => both(filtered)],
  ['— to one of the usual list', ({ filtered, scroll }) => ratios(filtered, scroll)],
  ...(['one word', 'two words', 'phrase', 'prefix'] as const).flatMap(
    (sort) =>
      [
        [`search: ${sort}`, (measured: Measured) => both(measured.searches[sort].own)],
        [
          `— to raw FTS5 by rank, p50 / p95; to its newest`,
          (measured: Measured) => {
            const { own, ranked, newest } = measured.searches[sort]
            return `${ratios(own, ranked)}; ${ratio(own, newest, 0.5).toFixed(1)}`
          },
        ],
      ] as const,
  ),
  ['a step of the index after 300 imports, p50 / p95, ms', ({ indexStep }) => both(indexStep)],
  ['backup with its check, s', ({ backupMs }) => (backupMs / 1000).toFixed(1)],
  [
    'a save meanwhile, p50 / p95 / most, ms',
    ({ saveInBackup }) => `${both(saveInBackup)} / ${ms(Math.max(...saveInBackup))}`,
  ],
  [
    'memory of the service: after opening / after 120 searches and 200 saves, MB',
    ({ alone }) => `${alone.startMb.toFixed(0)} / ${alone.endMb.toFixed(0)}`,
  ],
]

function verdict(what: string, value: number, aim: number, unit = ''): string {
  const outcome = value <= aim ? 'met' : `missed by ${ms(value - aim)}${unit}`
  return `- ${what}: ${ms(value)}${unit}, aim ${aim}${unit}: ${outcome}.`
}

function verdicts(largest: Measured, smallest: Measured): string[] {
  const { save, commit, append, alone, searches, articles } = largest
  const at = `at ${thousands(articles)} articles`
  return [
    verdict(`The transaction of a save against bare append and fsync ${at}, p50`, ratio(commit, append, 0.5), 2),
    verdict('The same, p99', ratio(commit, append, 0.99), 6),
    verdict('The whole call of a save against the same, p50', ratio(save, append, 0.5), 2),
    verdict('The same, p99', ratio(save, append, 0.99), 6),
    ...(alone.syncs === null ? [] : [verdict('Syncs per save', alone.syncs / alone.saves, 1)]),
    ...(['one word', 'two words', 'phrase'] as const).map((sort) =>
      verdict(`Search ${at}, ${sort}, p95`, of(searches[sort].own, 0.95), 20, ' ms'),
    ),
    verdict(`Search ${at}, prefix, p95`, of(searches.prefix.own, 0.95), 100, ' ms'),
    `- A save at ${thousands(articles)} articles takes ${ratio(save, smallest.save, 0.5).toFixed(2)} of one at ${thousands(smallest.articles)}.`,
  ]
}

function wordLines(words: readonly Words[]): string[] {
  return words.map(({ half, counts }) => {
    const { recall, precision, wrong } = shares(counts)
    return `| ${half} | ${counts.same} | ${percent(recall)} | ${counts.apart} | ${percent(wrong)} | ${percent(precision)} | ${counts.notFirst.length} |`
  })
}

/** @returns the part of `docs/performance.md` about the store. */
export function report(measured: readonly Measured[], words: readonly Words[], machine: string): string {
  const [smallest, largest] = [measured[0], measured.at(-1)]
  if (smallest === undefined || largest === undefined) throw new Error('Nothing was measured')
  return `# The store

A store of plausible articles (our own words, seeded; about a hundred words each, every fiftieth a long read), measured
through the service as windows call it, in one run. An article of 5,000 words is saved again and again, one word longer each
time. In turns with each save, the same bytes are appended to a file on the same disk and synced, so that what slows the disk
slows both. The whole call also checks the article's invariants, writes its canonical JSON and hashes it before the
transaction: processor time, which weighs more the faster the disk syncs, and for which no key waits. Indexing follows the
saves, as in normal use. Syncs are counted in a separate process, by a library that intercepts \`fsync\` and \`fdatasync\`. The
raw query is FTS5's own over the same index: the hundred best by rank, and the hundred newest. The milliseconds depend on the
machine and say little alone: what counts is the ratios and the curve.

Repeat it with \`npm run bench -- store --write\` (about seven minutes; \`npm run bench -- store 1000 10000\` measures some sizes
only; without \`--write\` it prints the tables and does not change this page). Measured on ${machine}.

## What came out

${verdicts(largest, smallest).join('\n')}

## By the size of the store

| | ${measured.map(({ articles }) => `${thousands(articles)} articles`).join(' | ')} |
|---|${measured.map(() => '---').join('|')}|
${ROWS.map(([name, read]) => `| ${name} | ${measured.map(read).join(' | ')} |`).join('\n')}

## What the search takes for the same word

Pairs from \`tests/fixtures/word-pairs.txt\`: a typed word, and a word in an article; found or not by the real search in a real
store. The list was written before the stemmer was tuned with its first half. The second half was only measured. The pairs of
the real article were added later. The lists of words in the stemmer were written by the same hand, so all three results are
kinder than a stranger's list would give.

| pairs | the same | of these found | apart | of these found | right among what is found | not with the very word first |
|---|---|---|---|---|---|---|
${wordLines(words).join('\n')}
`
}
