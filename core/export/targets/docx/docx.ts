import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Article } from '../../../article/article.ts'
import type { Block } from '../../../article/block.ts'
import { allBlocks, isContainer, textBlocks } from '../../../article/text-nodes.ts'
import { pubStatus, type Edition } from '../../edition.ts'
import { headWords } from '../../fields/head-words.ts'
import { lineOf } from '../../fields/plain-words.ts'
import { imageName } from '../../identity.ts'
import { noticeOf } from '../../notice.ts'
import type { PackageFile } from '../../package/bag.ts'
import type { Renditions } from '../../renditions.ts'
import type { Review } from '../../tracked/review.ts'
import { unitedDocument } from '../../tracked/united.ts'
import { lines, x, xmlDocument, type Xml } from '../../xml.ts'
import { languageDirection } from '../html/context.ts'
import { blocksToDocx } from './blocks.ts'
import { DocxContext } from './context.ts'
import { docxProperty, docxText } from './fields.ts'
import { inlinesToDocx } from './inlines.ts'
import { numberingPart } from './numbering.ts'
import { numberedComments, reviewParts, withRanges } from './comments.ts'
import { customPart, customPartProperties, customProperties } from './identity.ts'
import { contentTypes, customPartRelationships, documentRelationships, NAMESPACES, rootRelationships } from './parts.ts'
import { paragraph } from './paragraph.ts'
import { FOOTER, stylesPart } from './styles.ts'
import { STYLES } from '../../walk/paragraph-styles.ts'

type DocxOptions = {
  readonly edition: Edition
  readonly renditions: Renditions
  /** What is written with the text; without it the text alone. */
  readonly review?: Review | undefined
}

const NO_REVIEW: Review = { proposals: [], threads: [] }

/** Word has no plain Arabic, only that of a country. */
function wordLanguage(language: string): string {
  return language === 'ar' ? 'ar-SA' : language
}

/** A4 with margins of one inch; a right-to-left article has its pages bound on the right. */
function section(language: string): Xml {
  const margin = { 'w:top': 1440, 'w:right': 1440, 'w:bottom': 1440, 'w:left': 1440 }
  return x(
    'w:sectPr',
    {},
    x('w:footerReference', { 'w:type': 'default', 'r:id': 'footer' }),
    x('w:pgSz', { 'w:w': 11_906, 'w:h': 16_838 }),
    x('w:pgMar', { ...margin, 'w:header': 708, 'w:footer': 708, 'w:gutter': 0 }),
    languageDirection(language) === 'rtl' ? [x('w:bidi')] : [],
  )
}

function coreProperties(article: Article, edition: Edition): string {
  const { metadata } = article
  const namespaces = {
    'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  }
  const moment = `${edition.at.slice(0, 19)}Z`
  return xmlDocument(
    lines('cp:coreProperties', namespaces, [
      docxProperty('dc:title', headWords(article, 'headline')),
      docxProperty('dc:subject', metadata.section),
      docxProperty('dc:creator', headWords(article, 'byline')),
      docxProperty('cp:keywords', metadata.keywords.join('، ')),
      docxProperty('dc:description', lineOf(metadata.seoDescription, languageDirection(metadata.language))),
      docxProperty('dcterms:created', moment, { 'xsi:type': 'dcterms:W3CDTF' }),
      docxProperty('dcterms:modified', moment, { 'xsi:type': 'dcterms:W3CDTF' }),
      docxProperty('dc:language', metadata.language),
      ...(pubStatus(edition) === 'usable' ? [] : [docxProperty('cp:contentStatus', 'withheld')]),
    ]),
  )
}

function settingsPart(language: string): string {
  const mode = { 'w:name': 'compatibilityMode', 'w:uri': 'http://schemas.microsoft.com/office/word', 'w:val': 15 }
  return xmlDocument(
    lines('w:settings', NAMESPACES, [
      x('w:compat', {}, x('w:compatSetting', mode)),
      x('w:themeFontLang', { 'w:val': 'en-US', 'w:bidi': wordLanguage(language) }),
    ]),
  )
}

/** The page number and the number of pages, for desks that print on loose sheets. */
function footerPart(language: string): string {
  const dir = languageDirection(language)
  const field = (name: string): Xml => x('w:fldSimple', { 'w:instr': name }, x('w:r', {}, docxText('w:t', '1')))
  const slash = x('w:r', {}, docxText('w:t', ' / ', { 'xml:space': 'preserve' }))
  const content = [field('PAGE'), slash, field('NUMPAGES')]
  return xmlDocument(lines('w:ftr', NAMESPACES, [paragraph(FOOTER, dir, content, { align: 'center' })]))
}

/** @returns the numbers of the threads on blocks as a whole; of a block that has no paragraph, those of its first line. */
function threadsOnBlocks({ document }: Article, { threads }: Review): Map<string, number[]> {
  const blocks = new Map(allBlocks(document).map((block) => [block.id, block]))
  const found = new Map<string, number[]>()
  for (const [number, { anchor, proposal }] of threads.entries()) {
    const block = anchor.on === 'block' && proposal === null ? blocks.get(anchor.block) : undefined
    if (block === undefined) continue
    const hasParagraph = !isContainer(block) || (block.type === 'figure' && block.asset !== undefined)
    const id = hasParagraph ? block.id : (textBlocks([block as Block])[0]?.id ?? block.id)
    found.set(id, [...(found.get(id) ?? []), number])
  }
  return found
}

/**
 * Writes the article as a Word document (ECMA-376). Each type of line has a style. Paragraphs and runs state their
 * direction. Sizes and weights are set for complex scripts too. Pictures have alternative texts.
 * @returns the parts, to be zipped in this order.
 */
export function docxParts(article: Article, { edition, renditions, review = NO_REVIEW }: DocxOptions): PackageFile[] {
  const { language } = article.metadata
  const context = new DocxContext(renditions, language, threadsOnBlocks(article, review))
  const comments = numberedComments(review.threads)
  const aboutReview = reviewParts(comments, review.proposals)
  const names = aboutReview.map(([name]) => name)
  const dir = languageDirection(language)
  const words = noticeOf(article, edition)
  const notice =
    words === null ? [] : [paragraph(STYLES.notice.docx, dir, inlinesToDocx([{ text: words }], dir, context))]
  const { document } = unitedDocument(article, review)
  const blocks = blocksToDocx(document, context)
  const body = withRanges(lines('w:body', {}, [...notice, ...blocks, section(language)]), comments)
  const texts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes(names)],
    ['_rels/.rels', rootRelationships()],
    ['docProps/core.xml', coreProperties(article, edition)],
    ['docProps/custom.xml', customProperties(article, words)],
    ['customXml/item1.xml', customPart(article, words)],
    ['customXml/itemProps1.xml', customPartProperties()],
    ['customXml/_rels/item1.xml.rels', customPartRelationships()],
    ['word/document.xml', xmlDocument(lines('w:document', NAMESPACES, [body]))],
    ['word/_rels/document.xml.rels', documentRelationships(context.relationships, names)],
    ['word/styles.xml', stylesPart(wordLanguage(language))],
    ['word/numbering.xml', numberingPart(context.lists)],
    ['word/settings.xml', settingsPart(language)],
    ['word/footer.xml', footerPart(language)],
    ...aboutReview.map(([name, text]): [string, string] => [`word/${name}.xml`, text]),
  ]
  const media = [...context.pictures.values()].map((asset) => ({
    path: `word/media/${imageName(asset)}`,
    bytes: renditions(asset.hash)[0]?.bytes ?? new Uint8Array(),
  }))
  return [...texts.map(([path, text]) => ({ path, bytes: utf8ToBytes(text) })), ...media]
}
