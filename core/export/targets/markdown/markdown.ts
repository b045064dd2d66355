import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown, type Options } from 'mdast-util-to-markdown'
import type { Article } from '../../../article/article.ts'
import type { Edition } from '../../edition.ts'
import { noticeOf } from '../../notice.ts'
import { languageDirection, type ImageUrl } from '../html/context.ts'
import { blocksToMarkdown } from './blocks.ts'
import { markdownField } from './fields.ts'
import { frontMatter } from './front-matter.ts'
import { handlers } from './handlers.ts'

export type MarkdownOptions = { readonly edition: Edition; readonly images: ImageUrl }

/**
 * Generators of sites run what follows such pairs before they read the Markdown. A backslash parts each pair; a lookbehind
 * finds it in three braces too.
 */
const TEMPLATES: Options = {
  unsafe: [
    { before: String.raw`(?<=\{)`, character: '{', inConstruct: 'phrasing' },
    { before: '(?<=[{<])', character: '%', inConstruct: 'phrasing' },
    { before: String.raw`(?<=\{)`, character: '#', inConstruct: 'phrasing' },
  ],
}

/**
 * Writes the article as CommonMark with GitHub's tables, after a YAML head with its metadata. What Markdown has no syntax
 * for is put into HTML elements with Markdown inside, so that a reader without HTML still shows every word.
 */
export function articleMarkdown(article: Article, { edition, images }: MarkdownOptions): string {
  const { language } = article.metadata
  const dir = languageDirection(language)
  const digits = edition.house.digits ?? 'latn'
  const children = blocksToMarkdown(article.document, { images, dir, language, digits })
  const body = toMarkdown(
    { type: 'root', children },
    {
      extensions: [gfmTableToMarkdown(), TEMPLATES],
      handlers,
      bullet: '-',
      rule: '-',
      emphasis: '*',
      listItemIndent: 'one',
    },
  )
  const notice = noticeOf(article, edition)
  const first =
    notice === null
      ? ''
      : `<aside class="midad-notice" dir="${dir}" lang="${markdownField('language', language)}">\n\n${notice}\n\n</aside>\n\n`
  return `${frontMatter(article, edition)}\n${first}${body}`
}
