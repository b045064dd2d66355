import { Editor, Node, Path, Transforms } from 'slate'
import { isWebUrl } from '#core/article/inline.ts'
import { embed, type NewId } from '#core/article/factories.ts'
import { textBlockAt } from '../query.ts'
import { insertBlock } from './insert.ts'
import { linkTouched } from './links.ts'
import { inOneStep } from './one-step.ts'

/** @returns the address and the paragraph of a link at the caret that stands alone in a paragraph of the body, or null. */
export function loneLink(editor: Editor): { url: string; path: Path } | null {
  const [link] = linkTouched(editor) ?? []
  const [line, path] = textBlockAt(editor) ?? []
  if (link === undefined || line?.type !== 'paragraph' || path?.length !== 1 || !isWebUrl(link.url)) return null
  return Node.string(line).trim() === Node.string(link).trim() ? { url: link.url, path } : null
}

/** Turns a link that stands alone in its paragraph into an embed of its page, in one undo step. */
export function embedLink(editor: Editor, newId: NewId): void {
  const lone = loneLink(editor)
  if (lone === null) return
  inOneStep(editor, () => {
    Transforms.insertNodes(editor, embed(newId, lone.url), { at: lone.path })
    Transforms.select(editor, Editor.start(editor, lone.path))
    Transforms.removeNodes(editor, { at: Path.next(lone.path) })
  })
}

/** Inserts an embed of the page at an address, in one undo step. @param url a valid web address */
export function insertEmbed(editor: Editor, url: string, newId: NewId): void {
  inOneStep(editor, () => insertBlock(editor, embed(newId, url), newId))
}
