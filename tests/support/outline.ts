import { Editor, Node, type Path, type Point } from 'slate'
import type { AnyBlock, Block } from '#core/article/block.ts'
import { defaultFields, isBlockType, isContainerType, isHeadType, isTextType } from '#core/article/block-types.ts'
import { createArticleEditor, documentOf, loadDocument } from '#renderer/editor/create-editor.ts'
import { isBlock } from '#renderer/editor/query.ts'
import { counter } from './articles.ts'

/**
 * A document as readable lines: a line for each block, its content indented by two spaces below it, `|` for the caret,
 * `⏎` for a line break. Words between the type and the colon are its fields: `paragraph ltr: text`,
 * `subhead 3: text`, `list ordered`, `list-item 1: text` (its depth).
 */
export type Outline = readonly string[]

const LINE = /^(?<indent> *)(?<type>[a-z-]+)(?<words>(?: [a-z\d]+)*)(?:: ?(?<text>.*))?$/u
const HEADLINE = 'headline: عنوان'

function isHead(line: string): boolean {
  return isHeadType(/^[a-z-]+/u.exec(line)?.[0])
}

/** @returns the outline of a whole article: one without a head gets a headline, one without a body an empty paragraph. */
export function wholeOutline(outline: Outline): Outline {
  return [...(outline.some(isHead) ? [] : [HEADLINE]), ...outline, ...(outline.every(isHead) ? ['paragraph: '] : [])]
}

type Draft = Record<string, unknown> & { children: unknown[] }

function fieldsOf(type: string, words: readonly string[]): Record<string, unknown> {
  const number = words.find((word) => /^\d$/u.test(word))
  return {
    ...(type === 'subhead' && number !== undefined ? { level: Number(number) } : {}),
    ...(type === 'list-item' && number !== undefined ? { depth: Number(number) } : {}),
    ...(words.includes('ordered') ? { ordered: true } : {}),
    ...(type === 'unknown' ? { original: { type: 'poll' } } : {}),
  }
}

/** @returns the document and the caret of an outline. @throws Error for a line that cannot be read. */
function readOutline(outline: Outline): { document: Block[]; caret: Point | null } {
  const newId = counter('block')
  const document: unknown[] = []
  const open: { children: unknown[]; path: Path }[] = [{ children: document, path: [] }]
  let caret: Point | null = null
  for (const line of wholeOutline(outline)) {
    const groups = LINE.exec(line)?.groups
    const type = groups?.['type']
    const parent = open[(groups?.['indent']?.length ?? 0) / 2]
    if (!isBlockType(type) || parent === undefined) throw new Error(`Not a line of an outline: ${line}`)
    const words = groups?.['words']?.trim().split(' ') ?? []
    const text = (groups?.['text'] ?? '').replaceAll('⏎', '\n')
    const path = [...parent.path, parent.children.length]
    const children = isContainerType(type) ? [] : [{ text: isTextType(type) ? text.replace('|', '') : '' }]
    const dir = words.includes('ltr') ? 'ltr' : 'rtl'
    const own = type === 'unknown' ? {} : defaultFields(type)
    const block: Draft = { type, id: newId(), dir, ...own, ...fieldsOf(type, words), children }
    parent.children.push(block)
    open.splice(path.length, open.length, { children, path })
    if (text.includes('|')) caret = { path: [...path, 0], offset: isTextType(type) ? text.indexOf('|') : 0 }
  }
  return { document: document as Block[], caret }
}

/** @returns an editor over the document of an outline. Without a `|`, the caret is at the start of the body. */
export function openOutline(outline: Outline): Editor {
  const editor = createArticleEditor(counter('new'))
  const { document, caret } = readOutline(outline)
  loadDocument(editor, document)
  editor.select(caret ?? Editor.start(editor, [document.findIndex(({ type }) => !isHeadType(type))]))
  return editor
}

function wordsOf(block: AnyBlock): string {
  const words = [
    ...(block.dir === 'ltr' ? ['ltr'] : []),
    ...(block.type === 'subhead' && block.level === 3 ? ['3'] : []),
    ...(block.type === 'list-item' && block.depth !== undefined ? [String(block.depth)] : []),
    ...('ordered' in block && block.ordered === true ? ['ordered'] : []),
  ]
  return words.map((word) => ` ${word}`).join('')
}

/** @returns the text of a line, with `|` if the caret is in it. */
function textOf(editor: Editor, block: AnyBlock, path: Path): string {
  const text = Node.string(block)
  const caret = editor.selection?.focus
  if (caret === undefined || !path.every((step, index) => caret.path[index] === step)) return text
  const before = isTextType(block.type)
    ? Editor.string(editor, { anchor: Editor.start(editor, path), focus: caret }).length
    : 0
  return `${text.slice(0, before)}|${text.slice(before)}`
}

function linesOf(editor: Editor, block: AnyBlock, path: Path): string[] {
  const name = `${'  '.repeat(path.length - 1)}${block.type}${wordsOf(block)}`
  if (!isContainerType(block.type)) return [`${name}: ${textOf(editor, block, path).replaceAll('\n', '⏎')}`]
  const inside = block.children.flatMap((child, index) =>
    isBlock(child as Node) ? linesOf(editor, child as AnyBlock, [...path, index]) : [],
  )
  return [name, ...inside]
}

/** @returns the document of an editor as an outline, with its caret. */
export function outlineOf(editor: Editor): string[] {
  return documentOf(editor).flatMap((block, index) => linesOf(editor, block, [index]))
}
