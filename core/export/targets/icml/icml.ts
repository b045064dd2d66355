import type { Article } from '../../../article/article.ts'
import { headText } from '../../../article/plain-text.ts'
import type { Edition } from '../../edition.ts'
import type { Renditions } from '../../renditions.ts'
import { noticeOf } from '../../notice.ts'
import { lines, x, xmlDocument } from '../../xml.ts'
import { languageDirection, type ImageUrl } from '../html/context.ts'
import { blocksToIcml } from './blocks.ts'
import { IcmlContext } from './context.ts'
import { icmlField } from './fields.ts'
import { inlinesToIcml } from './inlines.ts'
import { joined, paragraph } from './paragraph.ts'
import { icmlDirection, styleGroups } from './styles.ts'
import { STYLES } from '../../walk/paragraph-styles.ts'

/** InDesign recognises an InCopy story by these two lines. */
const MARKS = [
  '<?aid style="50" type="snippet" readerVersion="6.0" featureSet="513" product="8.0(370)" ?>',
  '<?aid SnippetType="InCopyInterchange"?>',
] as const

type IcmlOptions = { readonly images: ImageUrl; readonly renditions: Renditions; readonly edition: Edition }

/**
 * Writes the article as an InCopy story, to be placed in InDesign. Each type of line has a paragraph style. Paragraphs
 * and isolates state their direction, and the composer is the one for Arabic. Pictures are links to their files.
 * @returns an XML document.
 */
export function articleIcml(article: Article, { images, renditions, edition }: IcmlOptions): string {
  const dir = languageDirection(article.metadata.language)
  const context = new IcmlContext({ images, renditions }, article.metadata.language)
  const text = noticeOf(article, edition)
  const notice =
    text === null ? [] : [paragraph(STYLES.notice.icml, dir, inlinesToIcml([{ text }], dir, context), context)]
  const paragraphs = joined([...notice, ...blocksToIcml(article.document, context)])
  const attributes = {
    Self: 'midad_story',
    TrackChanges: 'false',
    StoryTitle: icmlField('StoryTitle', headText(article, 'headline')),
    AppliedTOCStyle: 'n',
    AppliedNamedGrid: 'n',
  }
  const preference = x('StoryPreference', {
    OpticalMarginAlignment: 'false',
    StoryOrientation: 'Horizontal',
    StoryDirection: icmlDirection(dir),
  })
  const story = lines('Story', attributes, [preference, ...paragraphs])
  const root = lines('Document', { DOMVersion: '8.0', Self: 'midad_document' }, [
    ...styleGroups(dir),
    story,
    ...context.hyperlinks(),
  ])
  return xmlDocument(root, ...MARKS)
}
