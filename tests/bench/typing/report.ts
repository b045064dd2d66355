import { mean, pairedRatio, percentile, ratioInterval, seededRandom } from '../statistics.ts'
import type { LongRun } from './long-run.ts'
import { PROPOSING } from './subjects.ts'
import type { Burst } from './measure.ts'

export type Measured = {
  words: number
  editors: { name: string; bursts: Burst[]; loadMs: number; enterMs: number; heapMb: number; long: number }[]
}

/** The aims for the upper end of the interval of Midad's time per key, as a ratio to ProseMirror's. */
const AIMS: Readonly<Record<number, number>> = { 1000: 1.6, 10_000: 1.5, 50_000: 1.1 }

/** The aim for the same beside typing into the article itself. */
const PROPOSING_AIM = 1.15

const ms = (value: number): string => value.toFixed(1)
const ratio = (value: number): string => value.toFixed(2)

function taskTimes(bursts: readonly Burst[]): number[] {
  return bursts.map(({ taskMs }) => taskMs)
}

function tableOf({ words, editors }: Measured): string {
  const base = editors.find(({ name }) => name === 'prosemirror')
  if (base === undefined) throw new Error('ProseMirror is what the others are measured by')
  const rows = editors.map((editor) => {
    const own = taskTimes(editor.bursts)
    const interval = ratioInterval(own, taskTimes(base.bursts), seededRandom(words))
    const paints = editor.bursts.flatMap(({ paintMs }) => paintMs)
    const shown = [0.5, 0.95, 0.99].map((share) => ms(percentile(paints, share))).join(' / ')
    return `| ${editor.name} | ${ms(mean(own))} | ${ratio(interval.ratio)} (${ratio(interval.low)}–${ratio(interval.high)}) | ${shown} | ${ms(editor.enterMs)} | ${ms(editor.loadMs)} | ${ratio(editor.loadMs / base.loadMs)} | ${editor.long} | ${ms(editor.heapMb)} |`
  })
  return `### ${words.toLocaleString('en')} words

| editor | main thread per key, ms of processor time | to ProseMirror (95 %) | key to paint p50 / p95 / p99, ms | Enter, ms | load to first paint, ms | to ProseMirror | tasks over 50 ms | heap, MB |
|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}
`
}

function verdicts(measured: readonly Measured[]): string[] {
  const lines = measured.flatMap(({ words, editors }): string[] => {
    const midad = editors.find(({ name }) => name === 'midad')
    const base = editors.find(({ name }) => name === 'prosemirror')
    if (midad === undefined || base === undefined) return []
    const { high } = ratioInterval(taskTimes(midad.bursts), taskTimes(base.bursts), seededRandom(words))
    const aim = AIMS[words]
    if (aim === undefined) return []
    const outcome = high <= aim ? 'met' : `missed by ${ratio(high - aim)}`
    const load = midad.loadMs / base.loadMs
    return [
      `- ${words.toLocaleString('en')} words: upper end ${ratio(high)}, aim ${aim}: ${outcome}.`,
      ...proposingVerdict(words, editors),
      ...(words === 50_000
        ? [
            `- Load to first paint at 50,000 words: ${ratio(load)} of ProseMirror’s, aim 1.8: ${load <= 1.8 ? 'met' : `missed by ${ratio(load - 1.8)}`}.`,
          ]
        : []),
    ]
  })
  return [
    ...lines,
    ...growthVerdict(measured, 'midad', 'A key'),
    ...growthVerdict(measured, PROPOSING, 'A key in a proposal'),
  ]
}

/** @returns how much dearer a key is in a long text than in a short one. */
function growthVerdict(measured: readonly Measured[], name: string, what: string): string[] {
  const perKey = (size: number): number | null => {
    const editors = measured.find(({ words }) => words === size)?.editors
    const found = editors?.find((each) => each.name === name)
    return found === undefined ? null : mean(taskTimes(found.bursts))
  }
  const [small, large] = [perKey(1000), perKey(50_000)]
  if (small === null || large === null) return []
  const growth = large / small
  const outcome = growth <= 2 ? 'met' : `missed by ${ratio(growth - 2)}`
  return [`- ${what} at 50,000 words takes ${ratio(growth)} of one at 1,000, aim 2: ${outcome}.`]
}

/** @returns what a key costs in a proposal beside one in the article itself. */
function proposingVerdict(words: number, editors: Measured['editors']): string[] {
  const [own, beside] = ['midad', PROPOSING].map((wanted) => editors.find(({ name }) => name === wanted))
  if (own === undefined || beside === undefined) return []
  const [times, without] = [taskTimes(beside.bursts), taskTimes(own.bursts)]
  const found = pairedRatio(times, without, seededRandom(words))
  const outcome = found.ratio <= PROPOSING_AIM ? 'met' : `missed by ${ratio(found.ratio - PROPOSING_AIM)}`
  return [
    `- ${words.toLocaleString('en')} words, proposing, with 50 open changes and 20 threads: ${ratio(found.ratio)} (${ratio(found.low)}–${ratio(found.high)}) of typing without them, the median of the rounds, and ${ratio(mean(times) / mean(without))} by the means. Aim ${PROPOSING_AIM}: ${outcome}.`,
  ]
}

function hourVerdicts(hour: LongRun | null): string[] {
  if (hour === null) return []
  const { words, keys, longInThousand, grownMb } = hour
  return [
    `- Tasks over 50 ms in 1,000 keys at ${words.toLocaleString('en')} words: ${longInThousand}, aim 0: ${longInThousand === 0 ? 'met' : 'missed'}.`,
    `- Heap after an hour of writing (${keys.toLocaleString('en')} keys) at ${words.toLocaleString('en')} words: ${grownMb.toFixed(1)} MB more, aim 25: ${grownMb <= 25 ? 'met' : 'missed'}.`,
  ]
}

/** @returns the part of `docs/performance.md` about typing. */
export function report(measured: readonly Measured[], hour: LongRun | null): string {
  return `# Typing

Compares all of Midad (its own window over its own store, all rules, isolates, the outline, word count and gauges, one
underlined word in every paragraph) with a bare \`contenteditable\`, bare ProseMirror and bare Lexical. Midad is there twice:
the second time the keys go into a proposal, with 50 open changes and 20 threads beside it. All are open at once in one
Chromium with the same Arabic text. Bursts of ten keys go to each in random order, 200 keys each, into the middle of the text,
with the mouse over it. The time is processor time of the main thread (\`TaskDuration\` of the DevTools protocol, by
\`threadTicks\`). On a busy machine keys are far apart, and pauses of the writer are measured with them. Key to paint is given
too, but it is blurred by frames. At the end, every editor is checked to have grown by exactly the typed keys. Load is the time
from the start of the navigation to the first paint of the text; Midad's includes its whole application and the answer of its
service. The milliseconds depend on the machine and say little alone: what counts is the ratios.

Repeat it with \`npm run bench -- typing\` (a few minutes; \`npm run bench -- typing 1000\` measures one size, prints the table
and does not change this page).

## What came out

${[...verdicts(measured), ...hourVerdicts(hour)].join('\n')}

Where the aim is missed, most of the rest is Slate's: a trial without the toolbar, the menus and the isolates came to 1.56 of
ProseMirror at 1,000 words, and the cost of the toolbar and the menus was too small to measure. After each letter Slate reads
the page's selection and sets it again, and a paragraph has three elements for each run of letters. Midad's own part is done:
panels are rendered when the writer pauses, buttons when their state changes, isolates are computed for the changed line only,
and the page is laid out in chunks of twenty blocks.

${measured.map(tableOf).join('\n')}`
}
