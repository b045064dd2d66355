import type { Direction } from '../../article/block.ts'
import { withoutIsolates } from '../../text/read-isolates.ts'
import { ImportError } from '../import-error.ts'
import { importedArticle, type Ids, type ImportedArticle, type PictureSource } from '../imported.ts'
import { Losses } from '../losses.ts'
import type { LooseBlock } from './loose.ts'
import { shownText } from './elements.ts'
import { readNodes } from './reader.ts'
import { isHidden } from './within.ts'
import { elementsBelow, firstBelow, htmlTree, textOf, type HtmlElement } from './tree.ts'

function metaOf(page: HtmlElement, ...names: readonly string[]): string {
  const metas = elementsBelow(page, ({ name }) => name === 'meta')
  const found = metas.find(({ attributes }) =>
    names.includes((attributes['name'] ?? attributes['property'] ?? '').toLowerCase()),
  )
  return found?.attributes['content']?.trim() ?? ''
}

/** @returns the element of a page that holds the article: its longest `article`, else its `main`, else all of it. */
function articleIn(page: HtmlElement): HtmlElement {
  const articles = elementsBelow(page, ({ name }) => name === 'article')
  const [longest] = articles.toSorted((a, b) => textOf(b).length - textOf(a).length)
  return longest ?? firstBelow(page, 'main') ?? firstBelow(page, 'body') ?? page
}

/** Navigation, header and footer, which belong to no article. */
const FURNITURE = new Set(['nav', 'header', 'footer', 'form', 'menu', 'button', 'select'])

/** Reports the text of a page outside its article, element by element. */
function reportTextOutside(page: HtmlElement, root: HtmlElement, headline: HtmlElement | null, losses: Losses): void {
  const around = new Set<HtmlElement>()
  const mark = (node: HtmlElement): boolean => {
    const below = node.children.map((each) => each.type !== 'text' && mark(each))
    const isAround = node === root || node === headline || below.includes(true)
    if (isAround) around.add(node)
    return isAround
  }
  mark(page)
  const report = (node: HtmlElement): void => {
    if (node === root || node === headline) return
    if (around.has(node)) {
      for (const child of node.children) {
        if (child.type === 'element') report(child)
        else if (child.text.trim() !== '') losses.add('beside-article', child.text)
      }
      return
    }
    const words = shownText(node)
    if (words === '') return
    if (isHidden(node)) losses.add('hidden-text', words)
    else losses.add(FURNITURE.has(node.name) ? 'page-furniture' : 'beside-article', words)
  }
  report(page)
}

function directionOf(page: HtmlElement): Direction | null {
  const said = [firstBelow(page, 'html'), firstBelow(page, 'body')].map((element) =>
    element?.attributes['dir']?.toLowerCase(),
  )
  const dir = said.find((each) => each === 'rtl' || each === 'ltr')
  return dir === 'rtl' || dir === 'ltr' ? dir : null
}

/** Makes a headline from the title of a page without an `h1`. */
function titleBlocks(blocks: readonly LooseBlock[], title: string): LooseBlock[] {
  if (title === '' || blocks.some(({ type }) => type === 'headline')) return []
  return [{ type: 'headline', dir: 'rtl', children: [{ text: title }] }]
}

function wordsOf(blocks: readonly LooseBlock[], type: string): string {
  const block = blocks.find((each) => each.type === type)
  const texts = (nodes: readonly unknown[]): string =>
    nodes
      .map((node) => {
        if (typeof node !== 'object' || node === null) return ''
        if ('text' in node) return String(node.text)
        return 'children' in node && Array.isArray(node.children) ? texts(node.children) : ''
      })
      .join('')
  return block === undefined ? '' : texts(block.children).trim()
}

/** The blocks and pictures of an HTML page or fragment. */
type HtmlImport = { blocks: LooseBlock[]; pictures: Map<string, PictureSource> }

/**
 * Reads HTML that is the body of another format: every heading in it is a subhead, except a known headline.
 * @param dir the direction of text that does not state its own; null to guess it for each line
 */
export function bodyBlocks(
  body: HtmlElement,
  dir: Direction | null,
  { newId }: Pick<Ids, 'newId'>,
  losses: Losses,
  headline: HtmlElement | null = null,
): HtmlImport {
  const pictures = new Map<string, PictureSource>()
  const about = { newId, losses, pictures, headline }
  return { blocks: readNodes([body], directionOf(body) ?? dir, about), pictures }
}

/**
 * Reads HTML that is a whole article: its first `h1` is the headline, wherever it stands.
 * @param dir as for `bodyBlocks`
 */
export function articleBlocks(
  page: HtmlElement,
  dir: Direction | null,
  { newId }: Pick<Ids, 'newId'>,
  losses: Losses,
): HtmlImport {
  const root = articleIn(page)
  const pictures = new Map<string, PictureSource>()
  const inside = firstBelow(root, 'h1')
  const headline = inside ?? firstBelow(page, 'h1') ?? null
  const about = { newId, losses, pictures, headline }
  const pageDir = directionOf(page) ?? dir
  const before = inside === undefined && headline !== null ? readNodes([headline], pageDir, about) : []
  reportTextOutside(page, root, headline, losses)
  return { blocks: [...before, ...readNodes([root], pageDir, about)], pictures }
}

/**
 * Reads any HTML page. Nothing in it is run, and nothing is fetched.
 * @throws ImportError `too-large`, `empty`, `damaged`.
 */
export function importHtml(html: string, ids: Ids): ImportedArticle {
  const losses = new Losses()
  const page = htmlTree(html)
  const { blocks, pictures } = articleBlocks(page, null, ids, losses)
  const title = textOf(firstBelow(page, 'title') ?? { type: 'text', text: '' })
  const all = [...titleBlocks(blocks, title), ...blocks]
  if (all.length === 0) throw new ImportError('empty')
  // A page of Midad repeats its headline and deck there, with isolate characters.
  const same = (one: string, other: string): boolean => withoutIsolates(one) === withoutIsolates(other)
  const description = metaOf(page, 'description', 'og:description')
  const metadata = {
    language: firstBelow(page, 'html')?.attributes['lang'] ?? '',
    section: metaOf(page, 'article:section'),
    keywords: metaOf(page, 'keywords', 'news_keywords').split(/[,،;]/u),
    seoTitle: same(title, wordsOf(all, 'headline').replaceAll(/\s+/gu, ' ')) ? '' : title,
    seoDescription: same(description, wordsOf(all, 'deck')) ? '' : description,
  }
  return importedArticle(all, metadata, pictures, losses, ids)
}
