import type { Article } from '#core/article/article.ts'
import { textBlocks } from '#core/article/text-nodes.ts'
import { readLine } from '#core/changes/line.ts'
import { merge } from '#core/changes/merge.ts'
import { importDocx } from '#core/import/docx/docx.ts'
import type { ImportedArticle } from '#core/import/imported.ts'
import { counter } from './articles.ts'

const NAMESPACES = Object.entries({
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  w15: 'http://schemas.microsoft.com/office/word/2012/wordml',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')

const STYLES = { T: 'Title', H2: 'heading 2', C: 'caption' }

/** The people who change the documents of tests, with the day on which each does. */
export const DAYS = { 'سلمى العبيدي': '2026-03-01T08:15:00Z', 'هادي الراوي': '2026-03-02T10:40:00Z' } as const
export type Person = keyof typeof DAYS
export const [HER, HIM] = ['سلمى العبيدي', 'هادي الراوي'] as const

/** @returns the attributes of a record. Word repeats ids across kinds of records. */
export const record = (by: Person): string => `w:id="3" w:author="${by}" w:date="${DAYS[by]}"`

export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
export const gone = (text: string): string => `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`
export const added = (text: string, by: Person = HER): string => `<w:ins ${record(by)}>${run(text)}</w:ins>`
export const removed = (text: string, by: Person = HER): string => `<w:del ${record(by)}>${gone(text)}</w:del>`
export const mark = (kind: 'ins' | 'del' | 'moveFrom' | 'moveTo', by: Person = HER): string =>
  `<w:${kind} ${record(by)}/>`

/** @param of the record of the mark at the end of the paragraph. @param properties its style, list or change */
export const line = (content: string, of = '', properties = ''): string =>
  `<w:p><w:pPr>${properties}<w:bidi/><w:rPr>${of}</w:rPr></w:pPr>${content}</w:p>`
export const styled = (style: keyof typeof STYLES): string => `<w:pStyle w:val="${style}"/>`
export const LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
export const TITLE = line(run('عنوان الخبر'), '', styled('T'))

/** @param properties of the row */
export const row = (cells: readonly string[], properties = ''): string =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`
export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
export const table = (...rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`

/** @returns a part of a document. */
const part = (root: string, content: string): string => `<w:${root} ${NAMESPACES}>${content}</w:${root}>`

/** What a document of a test has beside its text. */
export type Beside = {
  /** The comments, and what the newer part says of them. */
  readonly comments?: string
  readonly extended?: string
  readonly footnotes?: string
  /** The program that says that it wrote the document. */
  readonly program?: string
}

/** @returns the parts of a Word document. */
export function wordDocument(
  body: string,
  { comments, extended, footnotes, program }: Beside = {},
): Map<string, string> {
  const styles = Object.entries(STYLES).map(
    ([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
  )
  const list =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
  const others: [string, string | undefined][] = [
    ['word/comments.xml', comments === undefined ? undefined : part('comments', comments)],
    ['word/footnotes.xml', footnotes === undefined ? undefined : part('footnotes', footnotes)],
    [
      'word/commentsExtended.xml',
      extended === undefined ? undefined : `<w15:commentsEx ${NAMESPACES}>${extended}</w15:commentsEx>`,
    ],
    [
      'docProps/app.xml',
      program === undefined ? undefined : `<Properties><Application>${program}</Application></Properties>`,
    ],
  ]
  return new Map([
    ['word/document.xml', part('document', `<w:body>${body}<w:sectPr/></w:body>`)],
    ['word/styles.xml', part('styles', styles.join(''))],
    ['word/numbering.xml', part('numbering', list)],
    ...others.flatMap(([path, xml]): [string, string][] => (xml === undefined ? [] : [[path, xml]])),
  ])
}

/** @returns the lines with words, each after its type unless it is a paragraph. */
export function linesOf({ document }: Article): string[] {
  return textBlocks(document).flatMap(({ type, children }) => {
    const { text } = readLine(children)
    return text.trim() === '' || type === 'headline' ? [] : [type === 'paragraph' ? text : `${type}: ${text}`]
  })
}

export type Tracked = {
  /** With all changes rejected, and with all accepted, one after another. */
  readonly base: string[]
  readonly head: string[]
  readonly read: ImportedArticle
  /** How many changes of different people could not be made together. */
  readonly clashes: number
}

/** Reads a document as its two texts. */
export function readTracked(parts: ReadonlyMap<string, string>): Tracked {
  const read = importDocx(parts, { id: 'a', newId: counter('w') })
  let [head, clashes] = [read.article, 0]
  for (const proposal of read.proposals) {
    const merged = merge({ base: read.article, ours: head, theirs: proposal.head })
    head = merged.article
    clashes += merged.clashes.length
  }
  return { base: linesOf(read.article), head: linesOf(head), read, clashes }
}
