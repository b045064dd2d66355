import { Editor, Node, Range, Transforms } from 'slate'
import { HistoryEditor } from 'slate-history'
import type { NewId } from '#core/article/factories.ts'
import { typographyFor, type Typography } from '#core/text/typography.ts'
import { separator } from '#core/article/factories.ts'
import { turnInto } from '../commands/blocks.ts'
import type { TurnKind } from '../commands/turn-kinds.ts'
import { insertBlock } from '../commands/insert.ts'
import { linkAt } from '../commands/links.ts'
import { textBlockAt } from '../query.ts'

/** What becomes of typed characters; a house chooses. */
export type TypingRules = Omit<Typography, 'dir'> & {
  /** Whether «## », «- », «> » and the like at the start of a line make a block. */
  blocks: boolean
}

/** How an editor is told of the rules; nothing is changed until then. */
const RULES = new WeakMap<Editor, TypingRules>()

/** Sets what becomes of typed characters from now on. */
export function setTypingRules(editor: Editor, rules: TypingRules): void {
  RULES.set(editor, rules)
}

const BLOCK_MARKS: Readonly<Record<string, TurnKind | 'separator'>> = {
  '##': 'subhead-2',
  '###': 'subhead-3',
  '>': 'quote',
  '-': 'list',
  '*': 'list',
  '•': 'list',
  '1.': 'ordered-list',
  '١.': 'ordered-list',
  '1-': 'ordered-list',
  '١-': 'ordered-list',
  '---': 'separator',
  '***': 'separator',
}

/**
 * What typing does beyond the letters: quotation marks, dashes and digits of the house, and marks at the start of a
 * line that make a block. Each is a step of its own in the history, after the letters as they were typed, so that
 * one Backspace right after it gives them back.
 */
export function withTyping(editor: Editor, newId: NewId): Editor {
  const { insertText, deleteBackward, apply } = editor
  let justReplaced = false

  editor.apply = (operation) => {
    if (operation.type !== 'set_selection') justReplaced = false
    apply(operation)
  }

  editor.deleteBackward = (unit) => {
    if (justReplaced && unit === 'character') editor.undo()
    else deleteBackward(unit)
    justReplaced = false
  }

  const replace = (work: () => void): void => {
    HistoryEditor.withNewBatch(editor, () => Editor.withoutNormalizing(editor, work))
    justReplaced = true
  }

  editor.insertText = (text, options) => {
    stepOutOfLink(editor)
    const rules = RULES.get(editor)
    if (rules === undefined || options?.at !== undefined || !/^.$/su.test(text)) return insertText(text, options)
    const line = textBlockAt(editor)
    if (line === null || editor.selection === null || Range.isExpanded(editor.selection)) {
      insertText(text, options)
      return
    }
    const [block, path] = line
    const before = Editor.string(editor, { anchor: Editor.start(editor, path), focus: editor.selection.anchor })
    const kind = rules.blocks && text === ' ' && block.type === 'paragraph' ? BLOCK_MARKS[before] : undefined
    const change = kind === undefined ? typographyFor(before, text, { ...rules, dir: block.dir }) : null
    insertText(text, options)
    if (kind !== undefined) replace(() => makeBlock(editor, kind, newId))
    else if (change !== null) replace(() => putInstead(editor, change.remove + text.length, change.insert))
  }
  return editor
}

/** Typing at the end of a link goes on after it: few mean to make the link longer. */
function stepOutOfLink(editor: Editor): void {
  const { selection } = editor
  if (selection === null || Range.isExpanded(selection)) return
  const link = linkAt(editor)
  if (link === null) return
  const [, path] = link
  if (Editor.isEnd(editor, selection.anchor, path)) {
    const after = Editor.after(editor, path, { unit: 'offset' })
    const next = Editor.next(editor, { at: path })
    if (next !== undefined) Transforms.select(editor, Editor.start(editor, next[1]))
    else if (after !== undefined) Transforms.select(editor, after)
  } else if (Editor.isStart(editor, selection.anchor, path)) {
    const previous = Editor.previous(editor, { at: path })
    if (previous !== undefined) Transforms.select(editor, Editor.end(editor, previous[1]))
  }
}

/** Takes so many UTF-16 units away before the caret and writes something else. */
function putInstead(editor: Editor, count: number, text: string): void {
  Transforms.delete(editor, { distance: count, unit: 'offset' as 'character', reverse: true })
  Transforms.insertText(editor, text)
}

/** Takes the mark at the start of the line away and turns the line into what it stands for. */
function makeBlock(editor: Editor, kind: TurnKind | 'separator', newId: NewId): void {
  const line = textBlockAt(editor)
  if (line === null || editor.selection === null) return
  const start = Editor.start(editor, line[1])
  Transforms.delete(editor, { at: { anchor: start, focus: editor.selection.anchor } })
  if (kind !== 'separator') return turnInto(editor, kind, newId)
  // With words behind the mark, the separator stands before them.
  if (Node.string(Node.get(editor, line[1])) === '') insertBlock(editor, separator(newId), newId)
  else Transforms.insertNodes(editor, separator(newId), { at: line[1] })
}
