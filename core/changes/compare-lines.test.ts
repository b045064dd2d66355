import { describe, expect, it } from 'vitest'
import type { Inline } from '../article/inline.ts'
import { compareLines, type StretchLine } from './compare-lines.ts'
import { readLine } from './line.ts'

const line = (...inlines: readonly Inline[]): StretchLine => ({
  key: 'p',
  shell: { dir: 'rtl' },
  line: readLine(inlines),
})

/** A line that counts how often its text is asked for. */
function counted(text: string): { stretch: StretchLine; reads: () => number } {
  let reads = 0
  const whole = line({ text })
  const own = {
    ...whole.line,
    get text() {
      reads += 1
      return text
    },
  }
  return { stretch: { ...whole, line: own }, reads: () => reads }
}

describe('compareLines', () => {
  it('cuts a line into words once, however many versions are compared with it', () => {
    const { stretch, reads } = counted('قال الوزير')
    compareLines([stretch], [line({ text: 'قال الوزير أ' })])
    const first = reads()
    compareLines([stretch], [line({ text: 'قال الوزير أم' })])
    // One for the name of each of the three tokens, and none to cut them.
    expect(reads() - first).toBe(3)
  })
  it('finds one format where marks change across words, up to an edit', () => {
    const before = line({ text: 'قال وزير النفط أمس إن' })
    const now = line({ text: 'قال ' }, { text: 'وزير النفط اليوم إن', bold: true })
    expect(compareLines([before], [now])).toEqual([
      {
        kind: 'text',
        from: { line: 'p', at: 15 },
        to: { line: 'p', at: 18 },
        pieces: [{ text: 'اليوم', attributes: { 'mark:bold': true } }],
      },
      { kind: 'format', line: 'p', start: 4, end: 15, name: 'mark:bold', value: true },
      { kind: 'format', line: 'p', start: 18, end: 21, name: 'mark:bold', value: true },
    ])
  })
  it('compares the formats of joined lines each in its own line', () => {
    const [one, two] = [line({ text: 'قال الوزير' }), { ...line({ text: ' إن النفط' }), key: 'q' }]
    const now = line({ text: 'قال ' }, { text: 'الوزير إن', bold: true }, { text: ' النفط' })
    expect(compareLines([one, two], [now]).filter(({ kind }) => kind === 'format')).toEqual([
      { kind: 'format', line: 'p', start: 4, end: 10, name: 'mark:bold', value: true },
      { kind: 'format', line: 'q', start: 0, end: 3, name: 'mark:bold', value: true },
    ])
  })
})
