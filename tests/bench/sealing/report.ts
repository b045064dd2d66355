import { percentile, ratioInterval, seededRandom } from '../statistics.ts'

/** The times of one kind of call, in milliseconds. */
export type Measured = { name: string; sealed: number[]; plain: number[] }

const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(1))

function both(values: readonly number[]): string {
  return `${ms(percentile(values, 0.5))} / ${ms(percentile(values, 0.95))}`
}

function rowOf({ name, sealed, plain }: Measured): string {
  const { ratio, low, high } = ratioInterval(sealed, plain, seededRandom(1))
  const added = percentile(sealed, 0.5) - percentile(plain, 0.5)
  const shown = `${ratio.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`
  return `| ${name} | ${both(sealed)} | ${both(plain)} | ${shown} | ${ms(added)} |`
}

/** @returns the part of `docs/performance.md` about sealing. */
export function report(measured: readonly Measured[], machine: string): string {
  return `# Sealing

What it costs that the page and the service seal what they send to each other ([decision
022](decisions/022-both-sides-prove-themselves.md)). Two pages in one Chromium make the same calls in turns to one service over
one store: one through Midad's own server and the page's own code, the other as plain JSON to a bare HTTP server. A save goes
through the whole service and is synced to the disk, and its article is one word longer each time. A save of up to 60 KB, such
as that of 1,000 words, is sealed in JavaScript, because a page that is being closed must still be able to send it; WebCrypto does
the rest. Time is from the call to its parsed answer. It includes what Midad's server checks besides: the host, the origin and
the number. The milliseconds depend on the machine and say little alone: what counts is the ratio of the means.

Repeat it with \`npm run bench -- sealing --write\` (about a minute; without \`--write\` it prints the table and does not change
this page). Measured on ${machine}.

| call | sealed, p50 / p95, ms | plain, p50 / p95, ms | ratio (95 %) | added at p50, ms |
|---|---|---|---|---|
${measured.map(rowOf).join('\n')}
`
}
