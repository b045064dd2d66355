import { Editor } from 'slate'
import { describe, expect, it } from 'vitest'
import { counter } from '#tests/support/articles.ts'
import { openOutline, outlineOf, type Outline } from '#tests/support/outline.ts'
import { ACTIONS, isReady } from '../actions/actions.ts'
import { insertPlainText } from '../paste/insert.ts'

/** Ends the flush of an action, as the browser's next task does. */
async function flush(): Promise<void> {
  await Promise.resolve()
  await Promise.resolve()
}

describe('the caret after undo and redo', () => {
  it('stands where it stood before and after a paste of several lines, wherever it was moved meanwhile', async () => {
    const editor = openOutline(['paragraph: قبل|بعد'])
    await flush()
    insertPlainText(editor, 'أول\nثان', counter('pasted'))
    await flush()
    const pasted = ['headline: عنوان', 'paragraph: قبلأول', 'paragraph: ثان|بعد']
    expect(outlineOf(editor)).toEqual(pasted)
    editor.select(Editor.start(editor, []))
    await flush()
    editor.undo()
    await flush()
    expect(outlineOf(editor)).toEqual(['headline: عنوان', 'paragraph: قبل|بعد'])
    editor.select(Editor.start(editor, []))
    await flush()
    editor.redo()
    expect(outlineOf(editor)).toEqual(pasted)
  })

  it('stands after words that were replaced, and selects them again when they come back', async () => {
    const editor = openOutline(['paragraph: كلمة|'])
    editor.select({ anchor: { path: [1, 0], offset: 0 }, focus: { path: [1, 0], offset: 4 } })
    await flush()
    editor.insertText('قول')
    await flush()
    editor.undo()
    await flush()
    expect(editor.selection).toEqual({ anchor: { path: [1, 0], offset: 0 }, focus: { path: [1, 0], offset: 4 } })
    editor.redo()
    await flush()
    expect(outlineOf(editor)).toEqual(['headline: عنوان', 'paragraph: قول|'])
  })

  it('stands in the text, also if the step remembers a place that is gone', async () => {
    const editor = openOutline(['paragraph: كلمة|'])
    await flush()
    editor.insertText('!')
    await flush()
    const step = editor.history.undos.at(-1)
    const gone = { path: [7, 0], offset: 3 }
    if (step !== undefined) step.selectionBefore = { anchor: gone, focus: gone }
    editor.undo()
    expect(outlineOf(editor)).toEqual(['headline: عنوان', 'paragraph: كلمة|'])
  })

  const OUTLINES: readonly Outline[] = [
    ['paragraph: أولى', 'paragraph: ثا|نية', 'paragraph: ثالثة'],
    ['list', '  list-item: أ', '  list-item: ب|ج'],
  ]
  it.each(ACTIONS.filter(({ group }) => group !== 'history'))(
    'stands where $id left it, and where it found it',
    async (action) => {
      for (const outline of OUTLINES) {
        const editor = openOutline(outline)
        if (!isReady(action, editor)) continue
        const before = outlineOf(editor)
        action.run({ editor, newId: counter('acted'), ask: () => {} })
        // oxlint-disable-next-line no-await-in-loop -- each action has a flush of its own
        await flush()
        const after = outlineOf(editor)
        editor.select(Editor.start(editor, []))
        // oxlint-disable-next-line no-await-in-loop
        await flush()
        const steps = editor.history.undos.length
        if (steps === 0) continue
        for (let step = 0; step < steps; step += 1) editor.undo()
        expect(outlineOf(editor)).toEqual(before)
        for (let step = 0; step < steps; step += 1) editor.redo()
        expect(outlineOf(editor)).toEqual(after)
      }
    },
  )
})
