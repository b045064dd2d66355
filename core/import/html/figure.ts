import { ISO_DATE } from '../../article/blocks/figure.ts'
import { isWebUrl, type Inline } from '../../article/inline.ts'
import { joinedLines, type Around } from './line.ts'
import { readLines, type LooseBlock, type Reading } from './loose.ts'
import { pictureBlocks } from './pictures.ts'
import { elementsBelow, firstBelow, topmostBelow, hasClass, textOf, type HtmlElement, type HtmlNode } from './tree.ts'
import { withinBlock } from './within.ts'

const isCaption = (node: HtmlNode): node is HtmlElement => node.type === 'element' && node.name === 'figcaption'
const isCredit = (node: HtmlNode): node is HtmlElement =>
  node.type === 'element' &&
  (node.name === 'cite' ||
    node.name === 'small' ||
    /(?:^|[\s_-])(?:credit|copyright|source)/iu.test(node.attributes['class'] ?? ''))

/** What a figure says of its picture. */
type Words = { caption: LooseBlock; credit: LooseBlock }

function asOne(type: string, nodes: readonly HtmlNode[], inside: Around, reading: Reading): LooseBlock {
  const lines = readLines(nodes, inside, reading)
  const children: Inline[] = joinedLines(lines.map((line) => line.children))
  return { type, dir: lines[0]?.dir ?? inside.dir ?? 'rtl', children }
}

/** @returns the caption and the credit, wherever in the caption that stands. */
function wordsOf(captions: readonly HtmlElement[], inside: Around, reading: Reading): Words {
  const nodes = captions.flatMap(({ children }) => children)
  const credits = captions.flatMap((each) => elementsBelow(each, isCredit)).slice(0, 1)
  const without = (node: HtmlNode): HtmlNode[] => {
    if (node.type === 'text') return [node]
    return credits.includes(node) ? [] : [{ ...node, children: node.children.flatMap(without) }]
  }
  const own = captions[0] === undefined ? inside : withinBlock(captions[0], inside)
  return {
    caption: asOne('caption', nodes.flatMap(without), own, reading),
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

/** @returns a picture with its words, the card of something elsewhere, a gallery, or whatever else a figure holds. */
export function readFigure(node: HtmlElement, inside: Around, reading: Reading): LooseBlock[] {
  const captions = node.children.filter(isCaption)
  const others = node.children.filter((child) => !isCaption(child))
  const url = embedAddress(node)
  if (url !== null) {
    const { caption } = wordsOf(captions, inside, reading)
    return [{ type: 'embed', dir: inside.dir ?? caption.dir, url, children: [caption] }]
  }
  const inner = topmostBelow(node, ({ name }) => name === 'figure')
  if (inner.length > 0) {
    const figures = inner
      .flatMap((each) => readFigure(each, withinBlock(each, inside), reading))
      .filter(({ type }) => type === 'figure')
    const below = captions.flatMap((each) => reading.blocks(each.children, inside))
    return figures.length === 0 ? below : [{ type: 'gallery', dir: inside.dir ?? 'rtl', children: figures }, ...below]
  }
  if (hasClass(node, 'wp-block-pullquote')) {
    const quote = firstBelow(node, 'blockquote') ?? node
    return [asOne('pullquote', quote.children, inside, reading)].filter(({ children }) => children.length > 0)
  }
  const isPicture = firstBelow(node, 'img') !== undefined || others.every((child) => textOf(child) === '')
  if (isPicture && firstBelow(node, 'table', 'blockquote') === undefined)
    return picture(node, captions, inside, reading)
  return [...reading.blocks(others, inside), ...captions.flatMap((each) => reading.blocks(each.children, inside))]
}
