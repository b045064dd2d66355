import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from '../../fields/html-element.ts'
import type { Article } from '../../../article/article.ts'
import type { Block } from '../../../article/block.ts'
import { isHeadType } from '../../../article/block-types.ts'
import { carriesBody } from '../../action.ts'
import { pubStatus, type Edition } from '../../edition.ts'
import { headWords } from '../../fields/head-words.ts'
import { htmlOfTree } from '../../fields/html-tree.ts'
import { lineOf } from '../../fields/plain-words.ts'
import type { Html } from '../../fields/sorts.ts'
import { noticeOf } from '../../notice.ts'
import { pageWords } from '../../page-words.ts'
import type { Words } from '../../walk/words.ts'
import { xmlText } from '../../xml.ts'
import { blocksToHtml } from './blocks/blocks.ts'
import { separated } from './blocks/properties.ts'
import { languageDirection, type HtmlContext } from './context.ts'
import { htmlField } from './fields.ts'
import { sanitise } from './sanitise.ts'
import { PAGE_STYLE } from './style.ts'

export type HtmlOptions = Pick<HtmlContext, 'images' | 'smaller'> & {
  /** The export it belongs to; if left out, the page may be published. */
  readonly edition?: Edition
  /** Rules beside those of the page. */
  readonly style?: string
}

/** @returns whether a block belongs to the fixed head of the article. */
function isHead(block: Block): boolean {
  return isHeadType(block.type)
}

function clean(elements: readonly Element[]): Root {
  return sanitise({ type: 'root', children: separated(elements) })
}

/** The warning above an article that must not be published yet. */
function embargoNotice(article: Article, edition: Edition | undefined): Root {
  const text = edition === undefined ? null : noticeOf(article, edition)
  if (text === null) return { type: 'root', children: [] }
  const { language } = article.metadata
  const attributes = {
    className: ['notice', 'midad-notice'],
    dir: languageDirection(language),
    lang: htmlField('lang', language),
  }
  return clean([h('aside', attributes, separated([h('p', text)]))])
}

/** The notice in place of the body of a withdrawn or killed article. */
function removalNotice(article: Article, action: Edition['action']): Root {
  const { language } = article.metadata
  const words = pageWords(language)
  const attributes = { className: ['notice'], dir: languageDirection(language), lang: htmlField('lang', language) }
  return clean([h('aside', attributes, separated([h('p', action === 'kill' ? words.killed : words.withdrawn)]))])
}

/** @returns the sanitised body without the article's head, as a tree; a notice for a withdrawn or killed article. */
export function bodyTree(article: Article, options: HtmlOptions): Root {
  const { edition } = options
  if (edition !== undefined && !carriesBody(edition.action)) return removalNotice(article, edition.action)
  const blocks = article.document.filter((block) => !isHead(block))
  return clean(blocksToHtml(blocks, contextOf(article, options)))
}

function contextOf(article: Article, options: HtmlOptions): HtmlContext {
  return {
    images: options.images,
    smaller: options.smaller,
    digits: options.edition?.house.digits,
    language: article.metadata.language,
  }
}

/**
 * Writes only the body, for formats that contain HTML: without head and style.
 * @returns sanitised HTML, a newline between blocks; the empty string for a body without content.
 */
export function bodyHtml(article: Article, options: HtmlOptions): Html {
  return htmlOfTree(bodyTree(article, options))
}

/**
 * Writes the whole page, for the preview and for the package.
 * @param options.images gives the address of each picture; a figure without one keeps its caption and credit.
 * @returns an HTML document without scripts: `lang` and `dir` on the root and on every block.
 */
export function articleHtml(article: Article, options: HtmlOptions): string {
  const { metadata } = article
  const { edition } = options
  const carried = edition === undefined || carriesBody(edition.action)
  // A withdrawn or killed article shows its headline only, so that receivers know what to remove.
  const shown = article.document.filter((block) => isHead(block) && (carried || block.type === 'headline'))
  const head = blocksToHtml(shown, contextOf(article, options))
  const header = clean(head.length === 0 ? [] : [h('header', separated(head))])
  const warning = embargoNotice(article, edition)
  const isPublic = edition === undefined || pubStatus(edition) === 'usable'
  const line = (text: string): Words => lineOf(text, languageDirection(metadata.language))
  const deck = headWords(article, 'deck')
  const description = carried
    ? htmlField('description', metadata.seoDescription === '' ? deck : line(metadata.seoDescription))
    : ''
  const title = htmlField('title', metadata.seoTitle === '' ? headWords(article, 'headline') : line(metadata.seoTitle))
  const page = h('html', { lang: htmlField('lang', metadata.language), dir: languageDirection(metadata.language) }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      ...(isPublic ? [] : [h('meta', { name: 'robots', content: 'noindex' })]),
      h('title', title || article.id),
      ...(description === '' ? [] : [h('meta', { name: 'description', content: description })]),
      h('style', PAGE_STYLE + (options.style ?? '')),
    ]),
    h('body', [h('article', warning, header, bodyTree(article, options))]),
  ])
  return `${xmlText(toHtml({ type: 'root', children: [{ type: 'doctype' }, page] }))}\n`
}
