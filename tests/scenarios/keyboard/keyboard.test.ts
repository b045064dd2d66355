import type { Editor } from 'slate'
import { describe, expect, it } from 'vitest'
import { TRAITS } from '#core/article/traits.ts'
import { setTypingRules } from '#renderer/editor/with/with-typing.ts'
import { act } from '../../support/act.ts'
import { openOutline, outlineOf, wholeOutline, type Outline } from '../../support/outline.ts'
import { JOINING, LINES } from './lines-table.ts'
import { proseOf, tableOf } from './markdown.ts'
import { TYPING } from './typing-table.ts'
import type { Cell, Example, Row } from './table-types.ts'

const ENTER = 'Enter, Shift+Enter, and Backspace at the start'

/** Runs each example: the key must turn `given` into `becomes`. `{line}` stands for each of `lines` in turn. */
function check(examples: readonly Example[], lines: readonly string[], key: (editor: Editor) => void): void {
  for (const { given, becomes } of examples) {
    const isForEach = given.some((line) => line.includes('{line}'))
    for (const type of isForEach ? lines : ['']) {
      const fill = (outline: Outline): string[] => outline.map((line) => line.replace('{line}', type))
      const editor = openOutline(fill(given))
      act(editor, key)
      expect(outlineOf(editor), fill(given).join(' / ')).toEqual(wholeOutline(fill(becomes)))
    }
  }
}

const examplesOf = (cell: Cell): Example[] => cell.flatMap(({ examples }) => examples)
const saidIn = (cell: Cell): string => cell.map(({ says }) => says).join('; ')

const KEYS = {
  Enter: { key: (editor: Editor) => editor.insertBreak(), cell: ({ enter }: Row) => enter },
  'Shift+Enter': {
    key: (editor: Editor) => editor.insertSoftBreak(),
    cell: ({ softBreak, enter }: Row) => (softBreak === 'as Enter' ? enter : softBreak),
  },
  'Backspace at the start': {
    key: (editor: Editor) => editor.deleteBackward('character'),
    cell: ({ backspace }: Row) => backspace,
  },
} as const

describe('the table of Enter, Shift+Enter and Backspace', () => {
  it('stands in docs/keyboard.md as it is tested here', () => {
    const rows = LINES.map((row) => [
      ...[row.in, saidIn(row.enter)],
      row.softBreak === 'as Enter' ? row.softBreak : saidIn(row.softBreak),
      saidIn(row.backspace),
    ])
    expect(tableOf(ENTER)).toEqual(rows)
  })
  it('has a row for every type of line and opaque block', () => {
    const wanted = Object.entries(TRAITS).filter(([, { holds }]) => holds !== 'blocks')
    expect(
      wanted.map(([type]) => type).filter((type) => !LINES.some(({ lines }) => lines.includes(type as never))),
    ).toEqual([])
  })
  describe.each(LINES)('in $in', (row) => {
    it.each(Object.entries(KEYS))('%s does what it says', (_name, { key, cell }) => {
      check(examplesOf(cell(row)), row.lines, key)
    })
  })
  it.each(JOINING)('$says', ({ says, examples }) => {
    expect(proseOf(ENTER)).toContain(says)
    check(examples, [], KEYS['Backspace at the start'].key)
  })
})

describe('the table of typing', () => {
  const typed = (letters: string, given: Outline = ['paragraph: |']): Editor => {
    const editor = openOutline(given)
    setTypingRules(editor, { quotes: true, dashes: true, blocks: true, digits: 'arab' })
    for (const letter of letters) act(editor, () => editor.insertText(letter))
    return editor
  }
  it('stands in docs/keyboard.md as it is tested here', () => {
    expect(tableOf('While typing')).toEqual(TYPING.map((row) => [row.typed, row.becomes]))
  })
  it.each(TYPING)('$typed becomes $becomes', ({ examples }) => {
    for (const { letters, becomes } of examples) {
      expect(outlineOf(typed(letters)), letters).toEqual(wholeOutline(becomes))
    }
  })
  it.each(TYPING)('one Backspace gives back $typed', ({ examples }) => {
    for (const { letters, back } of examples) {
      const editor = typed(letters.slice(0, -1))
      // In one action: the checks between two actions would end the rule's own undo.
      act(editor, () => {
        editor.insertText(letters.slice(-1))
        editor.deleteBackward('character')
      })
      expect(outlineOf(editor), letters).toEqual(wholeOutline(back))
    }
  })
  it('“ ” are the quotation marks of left-to-right lines', () => {
    expect(outlineOf(typed('"yes"', ['paragraph ltr: |']))).toEqual(wholeOutline(['paragraph ltr: “yes”|']))
  })
})
