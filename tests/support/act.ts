import type { Editor } from 'slate'
import { expect } from 'vitest'
import { documentOf } from '#renderer/editor/create-editor.ts'
import { brokenLaws } from './laws.ts'

/**
 * Applies an action to an editor, and checks what holds after every action: the document is lawful, it is the same
 * after JSON, undo gives back the document before, and redo the one after. The caret stands where the action left it.
 * @returns what the action returned
 */
export function act<Result>(editor: Editor, action: (editor: Editor) => Result): Result {
  const before = documentOf(editor)
  const { undos } = editor.history
  // An empty history: otherwise typed text would join the step before.
  editor.history = { undos: [], redos: [] }
  const result = action(editor)
  const after = documentOf(editor)
  const { selection, marks } = editor
  expect(brokenLaws(after)).toEqual([])
  expect(JSON.parse(JSON.stringify(after))).toStrictEqual(after)
  const steps = editor.history.undos.length
  for (let step = 0; step < steps; step += 1) editor.undo()
  expect(documentOf(editor)).toEqual(before)
  for (let step = 0; step < steps; step += 1) editor.redo()
  expect(documentOf(editor)).toEqual(after)
  editor.history = { undos: [...undos, ...editor.history.undos], redos: [] }
  Object.assign(editor, { selection, marks })
  return result
}
