import type { Article } from '../../../article/article.ts'
import type { Direction, TextBlock } from '../../../article/block.ts'
import { textBlocks } from '../../../article/text-nodes.ts'
import { carriesBody } from '../../action.ts'
import type { Edition } from '../../edition.ts'
import { headWords } from '../../fields/head-words.ts'
import { lineOf } from '../../fields/plain-words.ts'
import type { Encoded, LanguageTag, PlainText } from '../../fields/sorts.ts'
import type { Words } from '../../walk/words.ts'
import { languageDirection } from '../html/context.ts'
import { printField } from './fields.ts'

/** What a PDF says about itself, besides its pages. An empty text is not given. */
export type PrintProperties = {
  readonly title: PlainText
  /** The lines that the outline lists. */
  readonly headings: readonly PlainText[]
  readonly author: PlainText
  readonly description: PlainText
  readonly keywords: readonly Encoded<'name'>[]
  readonly publisher: Encoded<'name'>
  readonly rights: PlainText
  readonly usageTerms: PlainText
  /** A BCP 47 tag. */
  readonly language: LanguageTag
  /** The side on which facing pages begin. */
  readonly direction: Direction
  /** When the article was last changed, in ISO 8601; never the time of the printing. */
  readonly at: string
}

const HEADINGS: ReadonlySet<TextBlock['type']> = new Set(['headline', 'subhead', 'factbox-title'])

/** @returns the properties of an article's PDF: of one that is withdrawn or killed, none that repeats its text. */
export function printProperties(article: Article, { action, at, house }: Edition): PrintProperties {
  const { language, keywords, seoDescription } = article.metadata
  const carried = carriesBody(action)
  const direction = languageDirection(language)
  const line = (text: string): Words => lineOf(text, direction)
  const title = printField('title', headWords(article, 'headline'))
  const headings = textBlocks(article.document)
    .filter(({ type }) => HEADINGS.has(type))
    .map((block) => printField('headings', block))
    .filter((heading) => heading !== '')
  const description = seoDescription === '' ? headWords(article, 'deck') : line(seoDescription)
  return {
    title,
    headings: carried ? headings : [title],
    author: printField('author', carried ? headWords(article, 'byline') : line('')),
    description: printField('description', carried ? description : line('')),
    keywords: carried ? keywords.map((word) => printField('keywords', word)) : [],
    publisher: printField('publisher', house.provider),
    rights: printField('rights', line(house.copyrightNotice)),
    usageTerms: printField('usageTerms', line(house.usageTerms)),
    language: printField('language', language),
    direction,
    at,
  }
}
