import { Editor, Element, Node, Transforms } from 'slate'
import type { Block } from '#core/article/block.ts'
import { isHeadType } from '#core/article/block-types.ts'
import type { NewId } from '#core/article/factories.ts'
import { normaliseDocument } from '#core/article/normalise.ts'
import { wholeArticle } from '#core/import/clipboard/whole-article.ts'
import { isBlock, textBlockAt } from '../query.ts'
import type { Pasted } from './pasted.ts'

/**
 * Pastes blocks into an empty article as the whole of it: the headline becomes its headline, and the rest goes to its
 * places. With the caret in the headline, a headline is looked for; elsewhere the source must mark one.
 * @returns false, and changes nothing, if the article is not empty, or if the blocks are no whole article
 */
export function pasteWholeArticle(editor: Editor, { blocks, headline }: Pasted, newId: NewId): boolean {
  const isMarked = headline !== null || blocks.some(({ type }) => type === 'headline')
  const isAsked = isMarked || textBlockAt(editor)?.[0].type === 'headline'
  if (!isAsked || !isEmptyArticle(editor)) return false
  const old = editor.children as Block[]
  const made = wholeArticle(blocks, headline, newId) ?? blocks
  const fields = old.filter(({ type }) => isHeadType(type) && !made.some((block) => block.type === type))
  replaceAll(editor, normaliseDocument([...made, ...fields], newId))
  return true
}

/** @returns whether nothing has been written or placed in an article. */
function isEmptyArticle(editor: Editor): boolean {
  const isFilled = (node: Node): boolean =>
    Element.isElement(node) && (Editor.isVoid(editor, node) || 'asset' in node || ('url' in node && node.url !== ''))
  return Node.string(editor) === '' && ![...Node.elements(editor)].some(([node]) => isBlock(node) && isFilled(node))
}

/** Replaces the document, and moves the caret to the end of it. */
function replaceAll(editor: Editor, document: readonly Block[]): void {
  Editor.withoutNormalizing(editor, () => {
    // Before the new ones are inserted, which may have their ids. One stays meanwhile: undo would find no place for the
    // caret in a document of no blocks.
    while (editor.children.length > 1) Transforms.removeNodes(editor, { at: [0], voids: true })
    Transforms.insertNodes(editor, [...document], { at: [0] })
    Transforms.removeNodes(editor, { at: [document.length], voids: true })
    Transforms.select(editor, Editor.end(editor, [document.length - 1]))
  })
}
