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

/** One line of the table: what it measures, and how it reads for one size. */
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
  ...(['one word', 'two words', 'phrase', 'prefix'] as const).flatMap(
    (sort) =>
      [
        [`search: ${sort}`, (measured: Measured) => both(measured.searches[sort].own)],
        [
          `— to raw FTS5 by rank, p50 / p95; to its newest`,
          (measured: Measured) => {
            const { own, ranked, newest } = measured.searches[sort]
            const ratios = [0.5, 0.95].map((share) => ratio(own, ranked, share).toFixed(2)).join(' / ')
            return `${ratios}; ${ratio(own, newest, 0.5).toFixed(1)}`
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
  const told = value <= aim ? 'met' : `missed by ${ms(value - aim)}${unit}`
  return `- ${what}: ${ms(value)}${unit}, aim ${aim}${unit}: ${told}.`
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

A store of plausible articles (our own words, seeded; some hundred words each, every fiftieth a long read), through the
service as windows ask it, in one run. An article of 5,000 words is saved again and again, one word longer each time, and
in turns with it the same bytes are appended to a file on the same disk and synced: what slows the disk slows both. The
whole call checks the article's laws, writes its canonical JSON and hashes it before it comes to the transaction: work of
the processor, which weighs the more the faster the disk syncs, and for which no key waits. The index follows behind the
saves, as it does while somebody writes. Syncs are counted in a process of its own, by a library that stands before
\`fsync\` and \`fdatasync\`. The raw query is FTS5's own over the same index: the hundred best by rank, and the hundred
newest. Medians and percentiles in milliseconds are this machine's and say little alone: the ratios and the curve are
what counts.

Repeat it with \`npm run bench -- store --write\` (some seven minutes; \`npm run bench -- store 1000 10000\` for some
sizes only; without \`--write\` it prints the tables and leaves this page). Measured on ${machine}.

## What came out

${verdicts(largest, smallest).join('\n')}

## By the size of the store

| | ${measured.map(({ articles }) => `${thousands(articles)} articles`).join(' | ')} |
|---|${measured.map(() => '---').join('|')}|
${ROWS.map(([name, read]) => `| ${name} | ${measured.map(read).join(' | ')} |`).join('\n')}

## What the search takes for the same word

Pairs of \`tests/fixtures/word-pairs.txt\`: what is typed, and what an article has; found or not through the real search
in a real store. The list was written before the stemmer was tuned by its first half; the second half was only measured;
the pairs of the real article were added after that. The same hand wrote the lists of words that the stemmer knows, so
that all three are kinder than a stranger's would be.

| pairs | the same | of these found | apart | of these found | right among what is found | not with the very word first |
|---|---|---|---|---|---|---|
${wordLines(words).join('\n')}
`
}
