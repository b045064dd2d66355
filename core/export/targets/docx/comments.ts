import { isRtlLetter } from '../../../text/expressions/characters.ts'
import type { Maker, ReviewedThread } from '../../tracked/review.ts'
import { x, xmlDocument, type Xml, type XmlChild } from '../../xml.ts'
import { docxComment, docxMaker, docxText } from './fields.ts'
import { NAMESPACES, type ReviewPart } from './parts.ts'
import { THREAD } from './tracked.ts'

/** A message as a comment: a reply names the comment that it answers. */
type Comment = {
  readonly number: number
  readonly parent: number | null
  readonly isDone: boolean
  readonly message: ReviewedThread['messages'][number]
}

/** The comments of a document: a number for each message of each thread. */
export type Comments = readonly (readonly Comment[])[]

/** @returns the messages of all threads with their numbers. */
export function numberedComments(threads: readonly ReviewedThread[]): Comments {
  let count = 0
  return threads.map(({ messages, isResolved }) => {
    const first = count
    return messages.map((message, index) => ({
      ...{ number: count++, parent: index === 0 ? null : first, isDone: isResolved, message },
    }))
  })
}

const range =
  (name: string) =>
  ({ number }: Comment): Xml =>
    x(`w:${name}`, { 'w:id': number })
const reference = ({ number }: Comment): Xml => x('w:r', {}, x('w:commentReference', { 'w:id': number }))

/** @returns the elements at the beginning and at the end of what a thread is about: each message has its own. */
function edgesOf(comments: readonly Comment[]): { start: Xml[]; end: Xml[] } {
  const ends = comments.flatMap((comment) => [range('commentRangeEnd')(comment), reference(comment)])
  return { start: comments.map(range('commentRangeStart')), end: ends }
}

const isElement = (child: XmlChild): child is Xml => typeof child !== 'string'
const isPlaceholder = (child: XmlChild): child is Xml => isElement(child) && child.name === THREAD

/** @returns the numbers of the threads in the placeholders, in order. */
function placeholders(element: Xml): number[] {
  return element.children.flatMap((child) => {
    if (!isElement(child)) return []
    return child.name === THREAD ? [Number(child.attributes['number'])] : placeholders(child)
  })
}

/**
 * Writes the ranges of comments into the body: a thread begins at its first placeholder and ends at its last. One without any
 * is about the article, and stands at the end of the first paragraph.
 */
export function withRanges(body: Xml, comments: Comments): Xml {
  const counts = new Map<number, number>()
  for (const number of placeholders(body)) counts.set(number, (counts.get(number) ?? 0) + 1)
  const seen = new Map<number, number>()
  const placed = (child: Xml): Xml[] => {
    const number = Number(child.attributes['number'])
    const place = (seen.get(number) ?? 0) + 1
    seen.set(number, place)
    const { start, end } = edgesOf(comments[number] ?? [])
    return [...(place === 1 ? start : []), ...(place === counts.get(number) ? end : [])]
  }
  let others = comments.filter((_each, number) => !counts.has(number))
  const written = (element: Xml): Xml => {
    const children = element.children.flatMap((child): XmlChild[] => {
      if (isPlaceholder(child)) return placed(child)
      return [isElement(child) ? written(child) : child]
    })
    if (element.name !== 'w:p' || others.length === 0) return { ...element, children }
    const more = others.flatMap((each) => {
      const { start, end } = edgesOf(each)
      return [...start, ...end]
    })
    others = []
    return { ...element, children: [...children, ...more] }
  }
  return written(body)
}

/** A paragraph of a comment has a number by which newer parts refer to it. It must be below 0x80000000. */
function paragraphId(number: number, line: number): string {
  return (0x1000_0000 + number * 0x400 + line).toString(16).toUpperCase().padStart(8, '0')
}

/** The last paragraph of a comment stands for it. */
const lastId = ({ number, message }: Comment): string => paragraphId(number, linesOf(message.text).length - 1)

/** A comment has no more paragraphs than it has numbers for. */
function linesOf(text: string): string[] {
  const all = text.split('\n')
  return [...all.slice(0, 0x3fe), ...(all.length > 0x3fe ? [all.slice(0x3fe).join(' ')] : [])]
}

function commentElement(comment: Comment): Xml {
  const { number, message } = comment
  const { by, at, text } = message
  const attributes = {
    ...{ 'w:id': number, 'w:author': docxMaker('author', by) },
    'w:date': docxMaker('date', `${at.slice(0, 19)}Z`),
    'w:initials': docxMaker('initials', by.slice(0, 1)),
  }
  const paragraphs = linesOf(text).map((line, index) => {
    const letter = /\p{L}/u.exec(line)?.[0]
    const isLtr = letter !== undefined && !isRtlLetter(letter)
    const run = x(
      'w:r',
      {},
      x('w:rPr', {}, isLtr ? [] : [x('w:rtl')]),
      docxText('w:t', line, { 'xml:space': 'preserve' }),
    )
    const properties = x('w:pPr', {}, x('w:bidi', isLtr ? { 'w:val': 0 } : {}))
    return x('w:p', { 'w14:paraId': paragraphId(number, index) }, properties, run)
  })
  return x('w:comment', attributes, paragraphs)
}

const IGNORABLE = {
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'xmlns:w14': 'http://schemas.microsoft.com/office/word/2010/wordml',
  'xmlns:w15': 'http://schemas.microsoft.com/office/word/2012/wordml',
  'xmlns:w16cid': 'http://schemas.microsoft.com/office/word/2016/wordml/cid',
  'mc:Ignorable': 'w14 w15 w16cid',
}

/** @returns the parts, in the order in which they are listed. @param makers everybody who wrote or changed something */
export function reviewParts(threads: Comments, makers: readonly Maker[]): [ReviewPart, string][] {
  const all = threads.flat()
  const people = [...new Set([...makers, ...all.map(({ message }) => message)].map(({ by }) => by))]
  const extended = all.map((comment) =>
    x('w15:commentEx', {
      'w15:paraId': lastId(comment),
      'w15:paraIdParent': comment.parent === null ? null : lastId(all[comment.parent] ?? comment),
      'w15:done': comment.isDone ? 1 : 0,
    }),
  )
  const ids = all.map((comment) =>
    x('w16cid:commentId', { 'w16cid:paraId': lastId(comment), 'w16cid:durableId': paragraphId(comment.number, 0x3ff) }),
  )
  const persons = people.map((by) => {
    const name = docxComment('person', by)
    const presence = x('w15:presenceInfo', { 'w15:providerId': 'None', 'w15:userId': name })
    return x('w15:person', { 'w15:author': name }, presence)
  })
  const part = (root: string, children: readonly Xml[]): string =>
    xmlDocument(x(root, { ...NAMESPACES, ...IGNORABLE }, children))
  const comments: [ReviewPart, string][] =
    all.length === 0
      ? []
      : [
          ['comments', part('w:comments', all.map(commentElement))],
          ['commentsExtended', part('w15:commentsEx', extended)],
          ['commentsIds', part('w16cid:commentsIds', ids)],
        ]
  return people.length === 0 ? comments : [...comments, ['people', part('w15:people', persons)]]
}
