import { isWebUrl } from '../../article/inline.ts'
import { joinedLines, type Around } from './line.ts'
import { readLines, type LooseBlock, type Reading } from './loose.ts'
import { elementsBelow, hasClass, textOf, type HtmlElement, type HtmlNode } from './tree.ts'
import { withinBlock } from './within.ts'

const isAttribution = (node: HtmlNode): node is HtmlElement =>
  node.type === 'element' && (node.name === 'footer' || node.name === 'cite' || hasClass(node, 'attribution'))

/** The classes of embedded posts: a quotation with a link to the post, which a script expands. */
const POSTS = ['twitter-tweet', 'instagram-media', 'tiktok-embed', 'fb-post', 'reddit-embed-bq']

function post(node: HtmlElement, inside: Around, reading: Reading): LooseBlock[] {
  const links = elementsBelow(node, ({ name }) => name === 'a').map(({ attributes }) => attributes['href'] ?? '')
  const url = [...links, node.attributes['cite'] ?? ''].findLast((each) => isWebUrl(each) && each.length <= 2048)
  if (url === undefined) return []
  const [line] = readLines([{ type: 'text', text: textOf(node) }], inside, reading)
  const caption = line === undefined ? [] : [{ type: 'caption', ...line }]
  return [{ type: 'embed', dir: inside.dir ?? 'rtl', url, children: caption }]
}

/** @returns a quote with its attribution, or the embed of a post. */
export function readQuote(node: HtmlElement, inside: Around, reading: Reading): LooseBlock[] {
  if (hasClass(node, ...POSTS)) {
    const card = post(node, inside, reading)
    if (card.length > 0) return card
  }
  const said = node.children.find(isAttribution)
  const lines = readLines(
    node.children.filter((child) => child !== said),
    inside,
    reading,
  )
  const own = said === undefined ? inside : withinBlock(said, inside)
  const sayers = said === undefined ? [] : readLines(said.children, { ...own, marks: {} }, reading)
  const attribution =
    sayers[0] === undefined ? undefined : { ...sayers[0], children: joinedLines(sayers.map((line) => line.children)) }
  const [first] = lines
  if (first === undefined && attribution === undefined) return []
  const dir = inside.dir ?? first?.dir ?? 'rtl'
  const paragraphs = lines.map((line) => ({ type: 'paragraph', ...line }))
  return [
    {
      ...{ type: 'quote', dir },
      children: [
        ...(paragraphs.length === 0 ? [{ type: 'paragraph', dir, children: [] }] : paragraphs),
        attribution === undefined
          ? { type: 'attribution', dir, children: [] }
          : { type: 'attribution', ...attribution },
      ],
    },
  ]
}
