import { correctionHead } from '../../correction-head.ts'
import { x, type Xml } from '../../xml.ts'
import { paragraphHandlers, type ParagraphFormat } from '../../walk/paragraphs.ts'
import { walkOf, type Handlers } from '../../walk/walk.ts'
import type { DocxContext } from './context.ts'
import { docxText } from './fields.ts'
import { listNumber } from './numbering.ts'
import { NOTE } from '../../tracked/notes.ts'
import { blockNote } from '../../tracked/notes.ts'
import { paragraph, textParagraph } from './paragraph.ts'
import { pictureRun } from './picture.ts'
import { blockContent, blockRun, wordsElement } from './tracked.ts'
import { tableToDocx } from './table.ts'
import { STYLES } from '../../walk/paragraph-styles.ts'

const format: ParagraphFormat<DocxContext> = {
  paragraph: textParagraph,
  list: (items, style, context) => {
    const place = context.newList()
    return items.flatMap(({ item, depth, ordered }) =>
      textParagraph(style, item, context, { list: { number: listNumber(place, ordered), depth } }),
    )
  },
  picture: (figure, context) => {
    const { asset, alt, dir } = figure
    const run = asset === undefined ? null : pictureRun(asset, alt, context)
    if (run === null) return []
    return [
      paragraph(
        STYLES.picture.docx,
        dir,
        blockContent(figure, [blockRun(figure, run, context)], context),
        {},
        context,
        figure,
      ),
    ]
  },
  table: tableToDocx,
  correctionHead: (block, context) => {
    const text = correctionHead(block, context.language)
    const { head } = blockNote(block)
    const note = head === undefined ? {} : { [NOTE]: { track: head, mark: head } }
    return textParagraph('correction-date', { dir: block.dir, children: [{ text, bold: true }], ...note }, context)
  },
  separator: (separator, context) => {
    const run = blockRun(separator, x('w:r', {}, docxText(wordsElement(separator), '* * *')), context)
    const content = blockContent(separator, [run], context)
    return paragraph(STYLES.separator.docx, separator.dir, content, { align: 'center' }, context, separator)
  },
}

const handlers: Handlers<Xml, DocxContext> = {
  ...paragraphHandlers(format),
  // A picture stays with its caption by its style, and a caption with the credit where there is one.
  figure: (figure, context) => {
    const [caption, credit] = figure.children
    const creditWords = textParagraph('credit', credit, context)
    const captionWords = textParagraph('caption', caption, context, { keepNext: creditWords.length > 0 })
    return [...format.picture(figure, context), ...captionWords, ...creditWords]
  },
}

/** Writes the paragraphs and tables of blocks, in their order. */
export const blocksToDocx = walkOf(handlers)
