import type { Element } from '@xmldom/xmldom'
import type { ImportedAnchor, ImportedMessage, ImportedThread } from '../reviewed.ts'
import { elementsOf } from '../xml.ts'
import { isFromLibreOffice, partOf, partPaths, valueOf, type DocxParts } from './parts.ts'
import { makerOf } from './records.ts'

/** A message longer than this becomes several, as in `core/review/thread.ts`. */
const MAX_MESSAGE = 10_000

/** A comment of a document. */
type Comment = { id: string; messages: ImportedMessage[]; parent: string | null; isDone: boolean }

/** @returns the words of a comment, its paragraphs as lines. */
function textOf(comment: Element): string {
  const lines = Array.from(comment.getElementsByTagNameNS('*', 'p')).map((paragraph) => {
    const words: string[] = []
    const visit = (element: Element): void => {
      if (element.localName === 't') words.push(element.textContent ?? '')
      else if (element.localName === 'br' || element.localName === 'cr') words.push('\n')
      else if (element.localName === 'tab') words.push('\t')
      // The marks of a tracked change within a comment are not kept: it reads as with all accepted.
      else if (element.localName !== 'del' && element.localName !== 'moveFrom') elementsOf(element).forEach(visit)
    }
    visit(paragraph)
    return words.join('')
  })
  return lines.join('\n').trim().toWellFormed()
}

function pieces(text: string): string[] {
  const found: string[] = []
  for (let at = 0; at < text.length; at += MAX_MESSAGE) found.push(text.slice(at, at + MAX_MESSAGE).toWellFormed())
  return found.map((each) => each.trim()).filter((each) => each !== '')
}

/** @returns the comments in their order, with what newer parts say of them. */
function commentsOf(parts: DocxParts): Comment[] {
  const roots = (name: string): Element[] => partPaths(parts, name).flatMap((path) => partOf(parts, path) ?? [])
  const extended = roots('commentsExtended').flatMap((root) => elementsOf(root, 'commentEx'))
  const byParagraph = new Map(extended.map((each) => [valueOf(each, 'paraId'), each]))
  const comments = roots('comments').flatMap((root) => elementsOf(root, 'comment'))
  // Older documents give their paragraphs no ids.
  const paragraphOf = (comment: Element): string | null =>
    valueOf(Array.from(comment.getElementsByTagNameNS('*', 'p')).at(-1), 'paraId')
  const idOf = new Map(comments.map((each) => [paragraphOf(each), valueOf(each, 'id') ?? '']))
  return comments.map((comment) => {
    const paragraph = paragraphOf(comment)
    const more = paragraph === null ? undefined : byParagraph.get(paragraph)
    const messages = pieces(textOf(comment)).map((text) => ({ ...makerOf(comment), text }))
    const answered = valueOf(more, 'paraIdParent')
    const parent = answered === null ? null : (idOf.get(answered) ?? null)
    return {
      id: valueOf(comment, 'id') ?? '',
      messages,
      parent,
      isDone: /^(?:1|true|on)$/u.test(valueOf(more, 'done') ?? ''),
    }
  })
}

/** Whether a document says which comments are replies. LibreOffice loses it, Google Docs never writes it. */
function namesReplies(parts: DocxParts, comments: readonly Comment[]): boolean {
  if (comments.some(({ parent }) => parent !== null)) return true
  return partPaths(parts, 'commentsExtended').length > 0 && !isFromLibreOffice(parts)
}

function rootOf(comment: Comment, byId: ReadonlyMap<string, Comment>): Comment {
  const seen = new Set([comment])
  let root = comment
  for (let up = byId.get(root.parent ?? ''); up !== undefined && !seen.has(up); up = byId.get(up.parent ?? '')) {
    seen.add(up)
    root = up
  }
  return root
}

/** Where a comment is. */
export type CommentPlace = Pick<ImportedThread, 'anchor' | 'proposal'>

/**
 * Reads the comments of a document as threads. A reply to a reply is one to the thread.
 * @param placeOf where a comment is, by its id
 */
export function threadsOf(parts: DocxParts, placeOf: (id: string) => CommentPlace): ImportedThread[] {
  const comments = commentsOf(parts).filter(({ messages }) => messages.length > 0)
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const areNamed = namesReplies(parts, comments)
  const threads = new Map<string, ImportedThread>()
  for (const comment of comments) {
    const root = rootOf(comment, byId)
    const { anchor, proposal } = placeOf(root.id)
    const name = areNamed || !isRange(anchor) ? root.id : JSON.stringify([anchor, proposal])
    const thread = threads.get(name)
    if (thread === undefined)
      threads.set(name, { anchor, proposal, isResolved: root.isDone, messages: [...comment.messages] })
    // A reply may stand before the comment that it answers.
    else if (comment === root && areNamed) thread.messages.unshift(...comment.messages)
    else thread.messages.push(...comment.messages)
  }
  return [...threads.values()]
}

function isRange(anchor: ImportedAnchor): boolean {
  return anchor.on === 'words'
}
