import fc from 'fast-check'
import { Editor, Node, type Point } from 'slate'
import type { Block } from '#core/article/block.ts'
import { HEAD_TYPES } from '#core/article/block.ts'
import {
  embed,
  emptyBlock,
  factbox,
  figure,
  gallery,
  head,
  list,
  paragraph,
  pullquote,
  quote,
  related,
  separator,
  subhead,
  table,
  type NewId,
} from '#core/article/factories.ts'
import { deleteBlock, duplicateBlock, moveBlock, moveBlocksTo } from '#renderer/editor/commands/arrange.ts'
import { setDirection, toggleKind } from '#renderer/editor/commands/blocks.ts'
import { clearFormatting } from '#renderer/editor/commands/clear.ts'
import { focusHead, insertBlock, removeBlock } from '#renderer/editor/commands/insert.ts'
import { indentItems } from '#renderer/editor/commands/list.ts'
import {
  addColumn,
  addRow,
  moveColumn,
  moveRow,
  removeColumn,
  removeRow,
  stepCell,
  toggleHeader,
  toggleHeaderColumn,
} from '#renderer/editor/commands/table.ts'
import { removeLink, setLink, toggleIsolate } from '#renderer/editor/commands/links.ts'
import { toggleMark } from '#renderer/editor/commands/marks.ts'
import { TURN_KINDS } from '#renderer/editor/commands/turn-kinds.ts'
import { bodyStart } from '#renderer/editor/query.ts'
import { selectAround, selectBlocks, stepBlocks } from '#renderer/editor/selection/select-blocks.ts'
import { runOf } from '#renderer/editor/selection/selected-blocks.ts'
import { readFragment, writeFragment } from '#core/import/clipboard/fragment.ts'
import { insertBlocks, insertPlainText } from '#renderer/editor/paste/insert.ts'
import { counter } from './articles.ts'

/** @returns an article with every type of block. */
export function startDocument(): Block[] {
  const id = counter('s')
  return [
    head('kicker', id, 'العراق'),
    head('headline', id, 'الكاظمي بحث مع تراس'),
    head('dateline', id, 'إيلاف من لندن'),
    paragraph(id, 'قالت Reuters إنَّ الوزيرَ وصل.'),
    subhead(id, 'المليشيات تهدد', 2),
    list(id, false, ['أول', 'ثانٍ', '']),
    quote(id, 'لن نتراجع', 'المتحدث'),
    figure(id, { caption: 'الوزيرة', credit: 'تويتر' }),
    pullquote(id, 'جملة بارزة'),
    gallery(id, [figure(id, { caption: 'أولى' }), figure(id, { credit: 'ثانية' })]),
    embed(id, 'https://example.org/post', 'منشور'),
    factbox(id, 'خلفية', ['سطر', 'وآخر']),
    related(id, [
      { title: 'مادة', url: 'https://example.org/1' },
      { title: '', url: '' },
    ]),
    table(id, [
      ['البلد', 'العدد'],
      ['العراق', '3'],
    ]),
    emptyBlock('verse', id),
    separator(id),
    { type: 'unknown', id: id(), dir: 'rtl', original: { type: 'poll', votes: 3 }, children: [{ text: '' }] },
    {
      type: 'paragraph',
      id: id(),
      dir: 'rtl',
      children: [
        { text: 'من ' },
        { type: 'link', url: 'https://example.org/', children: [{ text: 'المصدر', bold: true }] },
        { text: ' إلى ' },
        { type: 'ltr', children: [{ text: '+964 770' }] },
        { text: '.' },
      ],
    },
  ]
}

/** Does one thing in an editor. */
export type Step = (editor: Editor, newId: () => string) => void

export const fraction = fc.noBias(fc.integer({ min: 0, max: 999 })).map((part) => part / 1000)

/** @returns a point: the text at the fraction `whole` of all texts, the offset at the fraction `part` of it. */
export function pointAt(editor: Editor, whole: number, part: number): Point {
  const texts = [...Node.texts(editor)]
  const [text, path] = texts[Math.min(texts.length - 1, Math.floor(whole * texts.length))] ?? [{ text: '' }, [0, 0]]
  return { path, offset: Math.round(part * text.text.length) }
}

/** Everything that a writer does to a text, each with random places. */
export const commands = {
  caret: fc.tuple(fraction, fraction).map(
    ([a, b]) =>
      (editor) =>
        editor.select(pointAt(editor, a, b)),
  ),
  range: fc.tuple(fraction, fraction, fraction, fraction).map(
    ([a, b, c, d]) =>
      (editor) =>
        editor.select({ anchor: pointAt(editor, a, b), focus: pointAt(editor, c, d) }),
  ),
  nearRange: fc.tuple(fraction, fraction, fraction).map(
    ([a, b, c]) =>
      (editor) =>
        editor.select({ anchor: pointAt(editor, a, b), focus: pointAt(editor, Math.min(1, a + 0.15), c) }),
  ),
  blocks: fc.tuple(fraction, fraction).map(([a, b]) => (editor: Editor) => {
    const first = bodyStart(editor.children)
    const at = (part: number): number[] => [first + Math.floor(part * (editor.children.length - first))]
    selectBlocks(editor, at(a), at(b))
  }),
  around: fc.constant<Step>((editor) => void selectAround(editor)),
  step: fc.tuple(fc.boolean(), fc.boolean()).map(
    ([isDown, isExtending]): Step =>
      (editor) =>
        void stepBlocks(editor, isDown, isExtending),
  ),
  type: fc.constantFrom('كلمة', 'ـَ', 'x', ' ').map((text) => (editor) => editor.insertText(text)),
  enter: fc.constant<Step>((editor) => editor.insertBreak()),
  softBreak: fc.constant<Step>((editor) => editor.insertSoftBreak()),
  backspace: fc.constantFrom('character', 'word', 'line' as const).map((unit) => (editor) => {
    if (editor.selection !== null && Editor.string(editor, editor.selection) !== '') editor.deleteFragment()
    else editor.deleteBackward(unit)
  }),
  delete: fc.constantFrom('character', 'word').map((unit) => (editor) => editor.deleteForward(unit)),
  cut: fc.constant<Step>((editor) => editor.deleteFragment()),
  mark: fc.constantFrom('bold', 'italic', 'underline' as const).map((mark) => (editor) => toggleMark(editor, mark)),
  link: fc
    .constantFrom('example.com', 'javascript:alert(1)', 'a@b.org')
    .map((url) => (editor) => void setLink(editor, url)),
  unlink: fc.constant(removeLink),
  isolate: fc.constant(toggleIsolate),
  turn: fc.constantFrom(...TURN_KINDS).map((kind) => (editor, newId) => toggleKind(editor, kind, newId)),
  direction: fc.constantFrom('other', 'rtl', 'ltr' as const).map((dir) => (editor) => setDirection(editor, dir)),
  clear: fc.constant(clearFormatting),
  indent: fc.constantFrom(1 as const, -1 as const).map((by) => (editor) => void indentItems(editor, by)),
  table: fc
    .constantFrom<Step>(
      addColumn,
      addRow,
      removeColumn,
      removeRow,
      toggleHeader,
      toggleHeaderColumn,
      (editor, newId) => addColumn(editor, newId, 'before'),
      (editor, newId) => addRow(editor, newId, 'before'),
      (editor) => void moveColumn(editor, 1),
      (editor) => void moveRow(editor, -1),
      (editor, newId) => void stepCell(editor, 1, newId),
      (editor, newId) => void stepCell(editor, -1, newId),
    )
    .map((command): Step => command),
  arrange: fc
    .constantFrom<Step>(
      (editor) => void moveBlock(editor, true),
      (editor) => void moveBlock(editor, false),
      (editor) => void duplicateBlock(editor),
      (editor) => void deleteBlock(editor),
    )
    .map((command): Step => command),
  drag: fc.tuple(fraction, fraction).map(([a, b]): Step => (editor) => {
    const last = editor.children.length
    moveBlocksTo(editor, runOf([Math.floor(a * last)]), Math.floor(b * (last + 1)))
  }),
  insert: fc
    .constantFrom(
      (newId: NewId) => figure(newId),
      (newId: NewId) => gallery(newId),
      (newId: NewId) => embed(newId, 'https://example.org/'),
      (newId: NewId) => related(newId, [{ title: 'ا', url: '' }]),
      (newId: NewId) =>
        table(newId, [
          ['أ', ''],
          ['', 'ب'],
        ]),
      (newId: NewId) => factbox(newId, 'إطار'),
      separator,
    )
    .map(
      (make): Step =>
        (editor, newId) =>
          insertBlock(editor, make(newId), newId),
    ),
  remove: fraction.map((a) => (editor) => removeBlock(editor, [Math.floor(a * (editor.children.length - 1))])),
  head: fc.constantFrom(...HEAD_TYPES).map((type) => (editor, newId) => focusHead(editor, type, newId)),
  plainPaste: fc.constantFrom('سطر', 'أول\n\nثانٍ\r\nثالث', '\u0000').map(
    (text): Step =>
      (editor, newId) =>
        insertPlainText(editor, text, newId),
  ),
  copyPaste: fc.tuple(fraction, fraction, fraction, fraction).map(([a, b, c, d]): Step => (editor, newId) => {
    editor.select({ anchor: pointAt(editor, c, 0), focus: pointAt(editor, Math.min(0.999, c + d / 3), 1) })
    const fragment = writeFragment(editor.getFragment())
    editor.select(pointAt(editor, a, b))
    const blocks = readFragment(fragment, newId)
    if (blocks !== null) insertBlocks(editor, { blocks, headline: null }, newId)
  }),
  undo: fc.constant<Step>((editor) => editor.undo()),
  redo: fc.constant<Step>((editor) => editor.redo()),
} satisfies Record<string, fc.Arbitrary<Step>>

/** A command at the caret, or at a new place. */
export const step = fc
  .record({
    place: fc.option(fc.oneof(commands.caret, commands.nearRange, commands.blocks), { freq: 2 }),
    command: fc.oneof(...Object.entries(commands).map(([name, run]) => run.map((each) => ({ name, run: each })))),
  })
  .map(({ place, command }) => ({
    run: (editor: Editor, newId: () => string) => {
      place?.(editor)
      command.run(editor, newId)
    },
    [fc.toStringMethod]: () => (place === null ? '' : 'place+') + command.name,
  }))

/** Commands one after another, each at the caret or at a new place. */
export const steps = (maxLength: number) => fc.array(step, { minLength: 1, maxLength, size: 'max' })
