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
import { addressAtCaret, linkWritten } from './typed-address.ts'

/** The replacements made while typing. A house sets them. */
export type TypingRules = Omit<Typography, 'dir'> & {
  /** Whether Markdown marks at the start of a paragraph («## », «- », «> ») turn it into a block. */
  blocks: boolean
}

/** The rules of each editor. Without rules nothing is replaced. */
const RULES = new WeakMap<Editor, TypingRules>()

/** Sets the replacements that an editor makes while typing. */
export function setTypingRules(editor: Editor, rules: TypingRules): void {
  RULES.set(editor, rules)
}

/** The block that each mark stands for, when a space follows it at the start of a paragraph. */
const BLOCK_MARKS: Readonly<Record<string, TurnKind | 'separator'>> = {
  '##': 'subhead-2',
  '###': 'subhead-3',
  '>': 'quote',
  // A line from right to left shows each of the two as the other.
  '<': 'quote',
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
 * Replaces typed quotation marks, dashes and digits by those of the house, turns Markdown marks at the start of a
 * paragraph into blocks, and links an address at the space or Enter after it. Each replacement is a separate undo step
 * after the typed characters: Backspace right after it undoes the replacement and keeps what was typed.
 */
export function withTyping(editor: Editor, newId: NewId): Editor {
  const { insertText, insertBreak, deleteBackward, apply } = editor
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

  const replace = (change: () => void): void => {
    HistoryEditor.withNewBatch(editor, () => Editor.withoutNormalizing(editor, change))
    justReplaced = true
  }

  editor.insertBreak = () => {
    const written = addressAtCaret(editor)
    insertBreak()
    const path = written?.line.unref() ?? null
    if (written !== null && path !== null) replace(() => linkWritten(editor, { path, ...written }))
  }

  editor.insertText = (text, options) => {
    stepOutOfLink(editor)
    const written = text === ' ' && options?.at === undefined ? addressAtCaret(editor) : null
    insertRuled(text, options)
    const path = written?.line.unref() ?? null
    if (written !== null && path !== null) replace(() => linkWritten(editor, { path, ...written }))
  }

  const insertRuled: typeof insertText = (text, options) => {
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
    const replacement = kind === undefined ? typographyFor(before, text, { ...rules, dir: block.dir }) : null
    insertText(text, options)
    if (kind !== undefined) replace(() => makeBlock(editor, kind, newId))
    else if (replacement !== null)
      replace(() => replaceBeforeCaret(editor, replacement.remove + text.length, replacement.insert))
  }
  return editor
}

/** Moves a caret at the edge of a link out of it: typing there rarely means to extend the link. */
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

/** Replaces `count` UTF-16 units before the caret by a text. */
function replaceBeforeCaret(editor: Editor, count: number, text: string): void {
  Transforms.delete(editor, { distance: count, unit: 'offset' as 'character', reverse: true })
  Transforms.insertText(editor, text)
}

/** Removes the mark before the caret and makes the block that it stands for. */
function makeBlock(editor: Editor, kind: TurnKind | 'separator', newId: NewId): void {
  const line = textBlockAt(editor)
  if (line === null || editor.selection === null) return
  const start = Editor.start(editor, line[1])
  Transforms.delete(editor, { at: { anchor: start, focus: editor.selection.anchor } })
  if (kind !== 'separator') return turnInto(editor, kind, newId)
  // If text follows the mark, the separator goes before it.
  if (Node.string(Node.get(editor, line[1])) === '') insertBlock(editor, separator(newId), newId)
  else Transforms.insertNodes(editor, separator(newId), { at: line[1] })
}
