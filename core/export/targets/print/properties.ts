import type { Article } from '../../../article/article.ts'
import type { Direction, TextBlock } from '../../../article/block.ts'
import { blockText, headText } from '../../../article/plain-text.ts'
import { textBlocks } from '../../../article/text-nodes.ts'
import { carriesBody } from '../../action.ts'
import type { Edition } from '../../edition.ts'
import { languageDirection } from '../html/context.ts'

/** What a PDF says about itself, besides its pages. An empty text is not given. */
export type PrintProperties = {
  readonly title: string
  /** The lines that the outline lists. */
  readonly headings: readonly string[]
  readonly author: string
  readonly description: string
  readonly keywords: readonly string[]
  readonly publisher: string
  readonly rights: string
  readonly usageTerms: string
  /** A BCP 47 tag. */
  readonly language: string
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
  const title = headText(article, 'headline').trim()
  const headings = textBlocks(article.document)
    .filter(({ type }) => HEADINGS.has(type))
    .map(blockText)
  return {
    title,
    headings: carried ? headings : [title],
    author: carried ? headText(article, 'byline').trim() : '',
    description: carried ? seoDescription || headText(article, 'deck').trim() : '',
    keywords: carried ? keywords : [],
    publisher: house.provider,
    rights: house.copyrightNotice,
    usageTerms: house.usageTerms,
    language,
    direction: languageDirection(language),
    at,
  }
}
