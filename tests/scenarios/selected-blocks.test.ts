import { Editor, type Path } from 'slate'
import { describe, expect, it } from 'vitest'
import { deleteBlock, duplicateBlock, moveBlock, moveBlocksTo } from '#renderer/editor/commands/arrange.ts'
import { blockKind, isTurnable } from '#renderer/editor/commands/block-kind.ts'
import { setDirection, toggleKind } from '#renderer/editor/commands/blocks.ts'
import { clearFormatting } from '#renderer/editor/commands/clear.ts'
import { toggleMark } from '#renderer/editor/commands/marks.ts'
import type { TurnKind } from '#renderer/editor/commands/turn-kinds.ts'
import { documentOf } from '#renderer/editor/create-editor.ts'
import { selectAround, selectBlocks, stepBlocks } from '#renderer/editor/selection/select-blocks.ts'
import { selectedBlocks } from '#renderer/editor/selection/selected-blocks.ts'
import { act } from '../support/act.ts'
import { counter } from '../support/articles.ts'
import { openOutline, outlineOf, wholeOutline, type Outline } from '../support/outline.ts'

/** Selects the text from the start of one line to the end of another. */
function selectLines(editor: Editor, first: Path, last: Path): void {
  editor.select({ anchor: Editor.start(editor, first), focus: Editor.end(editor, last) })
}

/** Selects the text from the start of one line to the start of another: an end that hangs, as after a triple click. */
function selectHanging(editor: Editor, first: Path, after: Path): void {
  editor.select({ anchor: Editor.start(editor, first), focus: Editor.start(editor, after) })
}

/** @returns the outline without the caret. */
const blocks = (editor: Editor): string[] => outlineOf(editor).map((line) => line.replace('|', ''))
const expectBody = (editor: Editor, body: Outline): void => expect(blocks(editor)).toEqual(wholeOutline(body))
const THREE: Outline = ['paragraph: أول', 'paragraph: ثانٍ', 'paragraph: ثالث']

/** Runs an action on the first two of three paragraphs, however they are selected, forwards and backwards. */
function onFirstTwo(action: (editor: Editor) => unknown, body: Outline): void {
  const selections: ((editor: Editor) => void)[] = [
    (editor) => selectLines(editor, [1], [2]),
    (editor) => editor.select({ anchor: Editor.end(editor, [2]), focus: Editor.start(editor, [1]) }),
    (editor) => editor.select({ anchor: { path: [1, 0], offset: 2 }, focus: { path: [2, 0], offset: 1 } }),
    (editor) => selectHanging(editor, [1], [3]),
    (editor) => selectBlocks(editor, [1], [2]),
    (editor) => selectBlocks(editor, [2], [1]),
  ]
  for (const select of selections) {
    const editor = openOutline(THREE)
    select(editor)
    const { selection } = editor
    act(editor, action)
    expectBody(editor, body)
    // One undo takes all of it back, and selects again what was selected.
    editor.undo()
    expectBody(editor, THREE)
    expect(editor.selection).toEqual(selection)
  }
}

const turn = (kind: TurnKind) => (editor: Editor) => toggleKind(editor, kind, counter('turned'))

describe('with several paragraphs selected', () => {
  it.each<[TurnKind, Outline]>([
    ['list', ['list', '  list-item: أول', '  list-item: ثانٍ']],
    ['ordered-list', ['list ordered', '  list-item: أول', '  list-item: ثانٍ']],
    ['quote', ['quote', '  paragraph: أول', '  paragraph: ثانٍ', '  attribution: ']],
    ['subhead-2', ['subhead: أول', 'subhead: ثانٍ']],
    ['subhead-3', ['subhead 3: أول', 'subhead 3: ثانٍ']],
    ['pullquote', ['pullquote: أول', 'pullquote: ثانٍ']],
    ['factbox', ['factbox', '  factbox-title: ', '  paragraph: أول', '  paragraph: ثانٍ']],
    ['verse', ['verse', '  hemistich: أول', '  hemistich: ', 'verse', '  hemistich: ثانٍ', '  hemistich: ']],
  ])('%s takes all of them, and no other', (kind, body) => {
    onFirstTwo(turn(kind), [...body, 'paragraph: ثالث'])
  })

  it('the same command again gives the paragraphs back', () => {
    const editor = openOutline(THREE)
    selectLines(editor, [1], [3])
    for (const kind of ['list', 'quote', 'factbox', 'subhead-2'] as const) {
      act(editor, turn(kind))
      expect(blockKind(editor)).toBe(kind)
      act(editor, turn(kind))
      expectBody(editor, THREE)
    }
  })

  it('delete, duplicate, move and direction take all of them', () => {
    onFirstTwo(deleteBlock, ['paragraph: ثالث'])
    onFirstTwo(duplicateBlock, ['paragraph: أول', 'paragraph: ثانٍ', ...THREE])
    onFirstTwo((editor) => moveBlock(editor, true), ['paragraph: ثالث', 'paragraph: أول', 'paragraph: ثانٍ'])
    onFirstTwo((editor) => setDirection(editor, 'ltr'), ['paragraph ltr: أول', 'paragraph ltr: ثانٍ', 'paragraph: ثالث'])
  })

  it('clear formatting clears all of it, and only that', () => {
    const editor = openOutline(THREE)
    selectLines(editor, [1], [3])
    toggleMark(editor, 'bold')
    editor.select({ anchor: { path: [1, 0], offset: 1 }, focus: { path: [3, 0], offset: 0 } })
    act(editor, clearFormatting)
    expect(
      documentOf(editor)
        .slice(1)
        .map(({ children }) => children),
    ).toEqual([[{ text: 'أ', bold: true }, { text: 'ول' }], [{ text: 'ثانٍ' }], [{ text: 'ثالث', bold: true }]])
  })

  it('moving them again and again keeps them together and selected', () => {
    const editor = openOutline([...THREE, 'separator: ', 'paragraph: رابع'])
    selectLines(editor, [1], [2])
    for (let step = 0; step < 3; step += 1) expect(act(editor, () => moveBlock(editor, true))).toBe(true)
    expect(moveBlock(editor, true)).toBe(false)
    expectBody(editor, ['paragraph: ثالث', 'separator: ', 'paragraph: رابع', 'paragraph: أول', 'paragraph: ثانٍ'])
    expect(selectedBlocks(editor)).toEqual({ parent: [], first: 4, last: 5 })
    for (let step = 0; step < 3; step += 1) expect(act(editor, () => moveBlock(editor, false))).toBe(true)
    expect(moveBlock(editor, false)).toBe(false)
    expectBody(editor, [...THREE, 'separator: ', 'paragraph: رابع'])
  })

  it('they are dragged together, up and down, never into the head', () => {
    const body = ['paragraph: أ', 'paragraph: ب', 'paragraph: ج', 'paragraph: د']
    const dragged = (before: number): string[] => {
      const editor = openOutline(body)
      act(editor, () => moveBlocksTo(editor, { parent: [], first: 2, last: 3 }, before))
      return blocks(editor)
        .slice(1)
        .map((line) => line.slice(-1))
    }
    expect([0, 1, 2, 3, 4, 5].map((before) => dragged(before).join(''))).toEqual([
      ...['بجأد', 'بجأد', 'أبجد', 'أبجد', 'أبجد', 'أدبج'],
    ])
  })
})

describe('the selected blocks', () => {
  it('are the paragraph that a triple click selects, and not the next', () => {
    const editor = openOutline(THREE)
    selectHanging(editor, [1], [2])
    act(editor, deleteBlock)
    expect(outlineOf(editor)).toEqual(wholeOutline(['paragraph: |ثانٍ', 'paragraph: ثالث']))
  })

  it('are the selected items of a list, the links, the rows and the paragraphs of a box', () => {
    const cases: [Outline, Path, Path, Outline][] = [
      [
        ['list', '  list-item: أ', '  list-item: ب', '  list-item: ج'],
        [1, 0],
        [1, 1],
        ['list', '  list-item: ج'],
      ],
      [
        ['related', '  related-item: أ', '  related-item: ب', '  related-item: ج'],
        [1, 1],
        [1, 2],
        [...['related', '  related-item: أ']],
      ],
      [
        ['factbox', '  factbox-title: ع', '  paragraph: أ', '  paragraph: ب', '  paragraph: ج'],
        [1, 1],
        [1, 2],
        [...['factbox', '  factbox-title: ع', '  paragraph: ج']],
      ],
      [
        [
          'table',
          '  table-row',
          '    table-cell: أ',
          '  table-row',
          '    table-cell: ب',
          '  table-row',
          '    table-cell: ج',
        ],
        [1, 0, 0],
        [1, 1, 0],
        ['table', '  table-row', '    table-cell: ج'],
      ],
    ]
    for (const [body, first, last, left] of cases) {
      const editor = openOutline(body)
      selectLines(editor, first, last)
      act(editor, deleteBlock)
      expectBody(editor, left)
    }
  })

  it('are no item of a list that is not selected, where a selection ends within it', () => {
    const body = ['paragraph: أ', 'list', '  list-item: ب', '  list-item: ج', 'paragraph: د']
    const editor = openOutline(body)
    selectLines(editor, [1], [2, 0])
    act(editor, deleteBlock)
    expectBody(editor, ['list', '  list-item: ج', 'paragraph: د'])
    editor.undo()
    selectLines(editor, [2, 1], [3])
    act(editor, duplicateBlock)
    expectBody(editor, [
      ...['paragraph: أ', 'list', '  list-item: ب', 'list', '  list-item: ج', 'paragraph: د'],
      ...['list', '  list-item: ج', 'paragraph: د'],
    ])
    editor.undo()
    selectLines(editor, [1], [2, 0])
    act(editor, () => moveBlock(editor, true))
    expectBody(editor, ['list', '  list-item: ج', 'paragraph: أ', 'list', '  list-item: ب', 'paragraph: د'])
  })

  it('are those of the body, where the selection begins in the head', () => {
    const editor = openOutline(THREE)
    editor.select(Editor.range(editor, []))
    expect(isTurnable(editor)).toBe(true)
    act(editor, turn('list'))
    expect(outlineOf(editor)).toEqual([
      ...['headline: عنوان', 'list', '  list-item: أول', '  list-item: ثانٍ', '  list-item: ثالث|'],
    ])
    editor.select(Editor.range(editor, [0]))
    expect(selectedBlocks(editor)).toBeNull()
    expect(isTurnable(editor)).toBe(false)
  })
})

describe('Escape and the arrows', () => {
  const selected = (editor: Editor): string | null => {
    const run = editor.selection?.level === undefined ? null : selectedBlocks(editor)
    return run === null ? null : `${run.parent.join('.')}:${run.first}-${run.last}`
  }

  it('select the block, then what is around it, then give the caret back', () => {
    const editor = openOutline(['factbox', '  factbox-title: ع', '  list', '    list-item: أ|ب', '    list-item: ج'])
    const caret = editor.selection
    const seen: (string | null)[] = []
    for (let press = 0; press < 4; press += 1) {
      expect(selectAround(editor)).toBe(true)
      seen.push(selected(editor))
    }
    expect(seen).toEqual(['1.1:0-0', '1:1-1', ':1-1', null])
    expect(editor.selection).toEqual(caret)
  })

  it('select the picture around a caption, the row around a cell, the verse around its half, and nothing in the head', () => {
    const cases: [Outline, string][] = [
      [['figure', '  caption: ت|', '  credit: م'], ':1-1'],
      [['gallery', '  figure', '    caption: |', '    credit: ', '  figure', '    caption: ', '    credit: '], '1:0-0'],
      [['table', '  table-row', '    table-cell: |', '  table-row', '    table-cell: '], '1:0-0'],
      [['verse', '  hemistich: |', '  hemistich: '], ':1-1'],
      [['quote', '  paragraph: ق', '  attribution: |'], ':1-1'],
    ]
    for (const [body, first] of cases) {
      const editor = openOutline(body)
      selectAround(editor)
      expect(selected(editor), body.join(' / ')).toBe(first)
    }
    const head = openOutline(['headline: ع|'])
    expect(selectAround(head)).toBe(false)
  })

  it('go from block to block, and with Shift extend and shorten the selection', () => {
    const editor = openOutline(['paragraph: أ|', 'separator: ', 'figure', '  caption: ', '  credit: ', 'paragraph: '])
    selectAround(editor)
    const seen: (string | null)[] = []
    const press = (isDown: boolean, isExtending = false): void => {
      expect(stepBlocks(editor, isDown, isExtending)).toBe(true)
      seen.push(selected(editor))
    }
    press(true)
    press(true)
    press(true, true)
    press(true, true)
    press(false, true)
    press(false, true)
    press(false, true)
    press(false)
    press(false)
    expect(seen).toEqual([':2-2', ':3-3', ':3-4', ':3-4', ':3-3', ':2-3', ':1-3', ':1-1', ':1-1'])
  })
})
