import { ISO_DATE } from '../../article/blocks/figure.ts'
import { isWebUrl, type Inline } from '../../article/inline.ts'
import { joinedLines, type Around } from './line.ts'
import { readLines, type LooseBlock, type Reading } from './loose.ts'
import { pictureBlocks } from './pictures.ts'
import {
  elementsBelow,
  firstBelow,
  topmostBelow,
  hasClass,
  textOf,
  without,
  type HtmlElement,
  type HtmlNode,
} from './tree.ts'
import { withinBlock } from './within.ts'

const isCaption = (node: HtmlNode): node is HtmlElement => node.type === 'element' && node.name === 'figcaption'
const isCredit = (node: HtmlNode): node is HtmlElement =>
  node.type === 'element' &&
  (node.name === 'cite' ||
    node.name === 'small' ||
    /(?:^|[\s_-])(?:credit|copyright|source)/iu.test(node.attributes['class'] ?? ''))

/** The texts of a figure. */
type Words = { caption: LooseBlock; credit: LooseBlock }

function asOne(type: string, nodes: readonly HtmlNode[], inside: Around, reading: Reading): LooseBlock {
  const lines = readLines(nodes, inside, reading)
  const children: Inline[] = joinedLines(lines.map((line) => line.children))
  return { type, dir: lines[0]?.dir ?? inside.dir ?? 'rtl', children }
}

/** @returns the caption, and the credit that stands anywhere in it. */
function wordsOf(captions: readonly HtmlElement[], inside: Around, reading: Reading): Words {
  const credits = captions.flatMap((each) => elementsBelow(each, isCredit)).slice(0, 1)
  const own = captions[0] === undefined ? inside : withinBlock(captions[0], inside)
  return {
    caption: asOne(
      'caption',
      captions.flatMap((each) => without(each, (element) => credits.includes(element)).children),
      own,
      reading,
    ),
    credit: asOne(
      'credit',
      credits.map((credit) => ({ ...credit, name: 'p' })),
      own,
      reading,
    ),
  }
}

const hasWords = ({ caption, credit }: Words): boolean => caption.children.length + credit.children.length > 0

function embedAddress(node: HtmlElement): string | null {
  const media = firstBelow(node, 'iframe', 'video', 'audio', 'embed')
  const src =
    media === undefined ? '' : (media.attributes['src'] ?? firstBelow(media, 'source')?.attributes['src'] ?? '')
  const isCard = hasClass(node, 'embed', 'wp-block-embed')
  const link = isCard ? (firstBelow(node, 'a')?.attributes['href'] ?? firstWord(node)) : ''
  return [src.startsWith('//') ? `https:${src}` : src, link].find((url) => isWebUrl(url) && url.length <= 2048) ?? null
}

const firstWord = (node: HtmlElement): string => /https?:\/\/\S+/u.exec(textOf(node))?.[0] ?? ''

function picture(node: HtmlElement, captions: readonly HtmlElement[], inside: Around, reading: Reading): LooseBlock[] {
  const images = elementsBelow(node, ({ name }) => name === 'img')
  const words = wordsOf(captions, inside, reading)
  const date = node.attributes['data-date'] ?? ''
  const made = images.flatMap((image) => pictureBlocks(image, inside, reading))
  if (made.length === 0 && !hasWords(words)) return []
  const figures: LooseBlock[] =
    made.length === 0 ? [{ type: 'figure', dir: inside.dir ?? words.caption.dir, alt: '', children: [] }] : made
  return figures.map((figure, index) => ({
    ...figure,
    ...(ISO_DATE.test(date) ? { date } : {}),
    children: index === figures.length - 1 ? [words.caption, words.credit] : [],
  }))
}

function isOneOf(elements: readonly HtmlElement[]): (element: HtmlElement) => boolean {
  const set = new Set(elements)
  return (element) => set.has(element)
}

/** @returns the blocks of a figure that its own reader does not handle. Pages put all kinds of content there. */
function leftovers(
  node: HtmlElement,
  isRead: (element: HtmlElement) => boolean,
  inside: Around,
  reading: Reading,
): LooseBlock[] {
  return reading.blocks(without(node, (element) => isCaption(element) || isRead(element)).children, inside)
}

/** @returns the blocks of an embed's other content. The link with its address is the embed itself. */
function besideCard(node: HtmlElement, url: string, inside: Around, reading: Reading): LooseBlock[] {
  const media = firstBelow(node, 'iframe', 'video', 'audio', 'embed')
  const isRead = (element: HtmlElement): boolean =>
    element === media || (element.name === 'a' && textOf(element) === url)
  const rest = without(node, (element) => isCaption(element) || isRead(element))
  return textOf(rest) === url ? [] : reading.blocks(rest.children, inside)
}

/** @returns the content of a `figure` element: a figure, an embed, a gallery, or other blocks. */
export function readFigure(node: HtmlElement, inside: Around, reading: Reading): LooseBlock[] {
  const captions = node.children.filter(isCaption)
  const others = node.children.filter((child) => !isCaption(child))
  const url = embedAddress(node)
  if (url !== null) {
    // An embed has no credit: what looks like one is part of the caption.
    const caption = asOne(
      'caption',
      captions.flatMap(({ children }) => children),
      captions[0] === undefined ? inside : withinBlock(captions[0], inside),
      reading,
    )
    const card = { type: 'embed', dir: inside.dir ?? caption.dir, url, children: [caption] }
    return [card, ...besideCard(node, url, inside, reading)]
  }
  const inner = topmostBelow(node, ({ name }) => name === 'figure')
  if (inner.length > 0) {
    const isInner = isOneOf(inner)
    const read = inner.flatMap((each) => readFigure(each, withinBlock(each, inside), reading))
    const figures = read.filter(({ type }) => type === 'figure')
    const below = [
      ...read.filter(({ type }) => type !== 'figure'),
      ...leftovers(node, isInner, inside, reading),
      // A figure in a caption has been read: reading it twice at every level would double the work with each.
      ...captions.flatMap((each) => reading.blocks(without(each, isInner).children, inside)),
    ]
    return figures.length === 0 ? below : [{ type: 'gallery', dir: inside.dir ?? 'rtl', children: figures }, ...below]
  }
  if (hasClass(node, 'wp-block-pullquote')) {
    const quote = firstBelow(node, 'blockquote')
    const said = asOne('pullquote', (quote ?? node).children, inside, reading)
    const rest = quote === undefined ? [] : reading.blocks(without(node, (each) => each === quote).children, inside)
    return [said, ...rest].filter(({ children }) => children.length > 0)
  }
  const isPicture = firstBelow(node, 'img') !== undefined || others.every((child) => textOf(child) === '')
  if (isPicture && firstBelow(node, 'table', 'blockquote') === undefined)
    return [
      ...picture(node, captions, inside, reading),
      ...leftovers(node, ({ name }) => name === 'img', inside, reading),
    ]
  return [...reading.blocks(others, inside), ...captions.flatMap((each) => reading.blocks(each.children, inside))]
}
