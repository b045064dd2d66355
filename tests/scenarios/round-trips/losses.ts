import type { Article } from '#core/article/article.ts'
import type { Block, Figure } from '#core/article/block.ts'
import { isWebUrl } from '#core/article/inline.ts'
import { fileSlug } from '#core/export/package/name.ts'
import { headText } from '#core/article/plain-text.ts'
import { partsOf } from '#core/text/isolates.ts'
import { emptyMetadata, type Metadata } from '#core/article/metadata.ts'
import { rowNames, withDocument, type AllowedLoss } from './allowed-loss.ts'

type Field = keyof Metadata

function withFigures(article: Article, change: (figure: Figure) => Figure): Article {
  return withDocument(article, (block) => {
    if (block.type === 'figure') return [change(block)]
    return block.type === 'gallery' ? [{ ...block, children: block.children.map(change) }] : [block]
  })
}

function fields(words: string, ...names: readonly Field[]): AllowedLoss {
  return {
    words,
    apply: (article) => ({
      ...article,
      metadata: { ...article.metadata, ...Object.fromEntries(names.map((name) => [name, emptyMetadata()[name]])) },
    }),
  }
}

function without(words: string, ...types: readonly Block['type'][]): AllowedLoss {
  return { words, apply: (article) => withDocument(article, (block) => (types.includes(block.type) ? [] : [block])) }
}

const figureDate: AllowedLoss = {
  words: 'the date of a picture, unless its file has it',
  apply: (article) => withFigures(article, ({ date: _date, ...figure }) => figure),
}

const HEAD: ReadonlySet<string> = new Set(['kicker', 'headline', 'deck', 'byline', 'dateline'])

const plainHead: AllowedLoss = {
  words: 'bold, links and isolates in the lines of the head',
  apply: (article) =>
    withDocument(article, (block) => {
      if (!HEAD.has(block.type) || !('children' in block)) return [block]
      const text = (block.children as { text?: string; children?: { text: string }[] }[])
        .map((each) => each.text ?? each.children?.map((child) => child.text).join('') ?? '')
        .join('')
      return [{ ...block, children: [{ text }] } as Block]
    }),
}

const headDirection: AllowedLoss = {
  words: 'the direction of the head’s lines, if it is not right to left',
  apply: (article) => withDocument(article, (block) => [HEAD.has(block.type) ? { ...block, dir: 'rtl' } : block]),
}

const embargoZone: AllowedLoss = {
  words: 'the time zone of the embargo; its time stays',
  apply: ({ metadata, ...article }) => ({
    ...article,
    metadata: {
      ...metadata,
      embargo: metadata.embargo === null ? null : new Date(metadata.embargo).toISOString(),
    },
  }),
}

const galleries: AllowedLoss = {
  words: 'galleries: their pictures are imported one by one',
  apply: (article) => withDocument(article, (block) => (block.type === 'gallery' ? block.children : [block])),
}

type Node = { readonly [field: string]: unknown }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

/** @returns the article with every block changed, outer blocks first. */
function withBlocks(article: Article, change: (block: Node) => Node): Article {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit)
    if (!isNode(value) || !('dir' in value)) return value
    const { children, ...block } = change(value)
    return { ...block, children: visit(children) }
  }
  return { ...article, document: visit(article.document) as Block[] }
}

const titleLinks: AllowedLoss = {
  words: 'links in the title of a related link',
  apply: (article) =>
    withBlocks(article, (block) => {
      return block['type'] === 'related-item' ? withoutLinks(block) : block
    }),
}

/** @returns a line whose links are their words. */
function withoutLinks(line: Node): Node {
  const children = (line['children'] as { type?: string; children?: unknown[] }[]).flatMap((inline) =>
    inline.type === 'link' ? (inline.children ?? []) : [inline],
  )
  return { ...line, children: joined(children) }
}

/** @returns a line whose neighbouring runs with the same marks are one run. */
function joined(inlines: readonly unknown[]): unknown[] {
  const made: unknown[] = []
  for (const inline of inlines) {
    const last = made.at(-1)
    const isSame =
      isNode(last) && isNode(inline) && 'text' in last && 'text' in inline && marksOf(last) === marksOf(inline)
    if (isSame) made[made.length - 1] = { ...last, text: `${String(last['text'])}${String(inline['text'])}` }
    else made.push(inline)
  }
  return made
}

const marksOf = ({ text: _text, ...marks }: Node): string => JSON.stringify(marks)

const ids: AllowedLoss = {
  words: 'the ids of the blocks',
  isMadeAnew: true,
  apply: (article) => withBlocks(article, ({ id: _id, ...block }) => block),
}

const pictureName: AllowedLoss = {
  words: 'the original file name of a picture',
  isMadeAnew: true,
  apply: (article) =>
    withBlocks(article, (block) =>
      isNode(block['asset']) ? { ...block, asset: { ...block['asset'], name: '' } } : block,
    ),
}

const unknown = without('content that a later version of Midad added', 'unknown')

const isBlank = (block: Block): boolean => block.type !== 'separator' && block.type !== 'unknown' && !hasContent(block)

function hasContent(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasContent)
  if (!isNode(value)) return false
  const own = [value['text'], value['alt'], value['url']].some((each) => typeof each === 'string' && each.trim() !== '')
  return own || value['asset'] !== undefined || hasContent(value['children'])
}

const blankBlocks: AllowedLoss = {
  words: 'empty blocks',
  apply: (article) => withDocument(article, (block) => (isBlank(block) ? [] : [block])),
}

/** @returns the article with its single-run paragraphs changed; only their white space can be compared. */
const withPlainText = (article: Article, change: (text: string) => string): Article =>
  withBlocks(article, (block) => {
    const [leaf, ...others] = Array.isArray(block['children']) ? (block['children'] as unknown[]) : []
    const isPlain =
      block['type'] === 'paragraph' && others.length === 0 && isNode(leaf) && typeof leaf['text'] === 'string'
    return isPlain ? { ...block, children: [{ ...leaf, text: change(String(leaf['text'])) }] } : block
  })

const edges: AllowedLoss = {
  words: 'white space at the edges of lines',
  apply: (article) => withPlainText(article, (text) => text.replaceAll(/^[ \t\n]+|[ \t\n]+$/gu, '')),
}

const ends: AllowedLoss = {
  words: 'white space at the ends of lines',
  apply: (article) => withPlainText(article, (text) => text.replace(/[ \t\n]+$/u, '')),
}

const repeated: AllowedLoss = {
  words: 'repeated white space in lines',
  apply: (article) => withPlainText(article, (text) => text.replaceAll(/ {2,}/gu, ' ')),
}

const innerDirection: AllowedLoss = {
  words: 'the direction of an item, a row or a cell, if it differs from that of its list or table',
  apply: (article) =>
    withBlocks(article, (block) => {
      const isOuter = ['list', 'table', 'table-row'].includes(String(block['type']))
      if (!isOuter || !Array.isArray(block['children'])) return block
      return { ...block, children: (block['children'] as Node[]).map((each) => ({ ...each, dir: block['dir'] })) }
    }),
}

const titleAddress: AllowedLoss = {
  words: 'an empty address of a related link: it becomes the address of a link in its title',
  apply: (article) =>
    withBlocks(article, (block) => {
      if (block['type'] !== 'related-item' || block['url'] !== '') return block
      const link = (block['children'] as { type?: string; url?: string }[]).find(({ type }) => type === 'link')
      return link?.url !== undefined && isWebUrl(link.url) ? { ...block, url: link.url } : block
    }),
}

const titleIsolates: AllowedLoss = {
  words: 'isolates in the title of a related link',
  apply: (article) =>
    withBlocks(article, (block) => {
      if (block['type'] !== 'related-item' || block['url'] === '') return block
      const children = (block['children'] as { type?: string; children?: unknown[] }[]).flatMap((inline) =>
        inline.type === 'ltr' ? (inline.children ?? []) : [inline],
      )
      return { ...block, children: joined(children) }
    }),
}

/** Word has the direction of paragraphs only. */
const listDirection: AllowedLoss = {
  words: 'the direction of a list, if its first item differs: it becomes that of the item',
  apply: (article) =>
    withBlocks(article, (block) => {
      const [first] = Array.isArray(block['children']) ? (block['children'] as unknown[]) : []
      return block['type'] === 'list' && isNode(first) ? { ...block, dir: first['dir'] } : block
    }),
}

/** Word has paragraphs only: two blocks of the same type in sequence become one. */
function merged(last: Block | undefined, block: Block): Block | null {
  if (last?.type === 'related' && block.type === 'related')
    return { ...last, children: [...last.children, ...block.children] }
  if (last?.type !== 'quote' || block.type !== 'quote') return null
  const said = last.children.filter(({ type }) => type === 'paragraph')
  const isOpen = last.children.every((line) => line.type === 'paragraph' || !hasContent(line))
  if (!isOpen) return null
  // An empty line has the direction of the whole.
  const added = block.children.map((line) => (hasContent(line) ? line : { ...line, dir: last.dir }))
  return { ...last, children: [...said, ...added] as typeof last.children }
}

const touching: AllowedLoss = {
  words: 'the border between two adjacent lists of links, and after a quotation without an attribution',
  apply: (article) => {
    const made: Block[] = []
    for (const block of article.document) {
      const one = merged(made.at(-1), block)
      if (one === null) made.push(block)
      else made[made.length - 1] = one
    }
    return { ...article, document: made }
  },
}

const slug: AllowedLoss = {
  words: 'an empty slug: it is made from the headline',
  apply: (article) => {
    const { metadata } = article
    return metadata.slug === ''
      ? { ...article, metadata: { ...metadata, slug: fileSlug(headText(article, 'headline')) } }
      : article
  },
}

/** The location replaces a missing dateline, and the other way round. */
const located: AllowedLoss = {
  words: 'the dateline; without a place, it becomes the place',
  apply: (article) => {
    const line = article.document.find(({ type }) => type === 'dateline')
    const text =
      line === undefined ? '' : (line.children as { text?: string }[]).map((each) => each.text ?? '').join('')
    const place = article.metadata.place || text.trim()
    const document = article.document.filter(({ type }) => type !== 'dateline')
    return { ...article, document, metadata: { ...article.metadata, place } }
  },
}

const altAlone: AllowedLoss = {
  words: 'the alternative text of a figure without a picture',
  apply: (article) => withFigures(article, (figure) => (figure.asset === undefined ? { ...figure, alt: '' } : figure)),
}

const embedLinks: AllowedLoss = {
  words: 'links in the caption of an embed: the caption itself is the link',
  apply: (article) =>
    withBlocks(article, (block) => {
      if (block['type'] !== 'embed' || !Array.isArray(block['children'])) return block
      return { ...block, children: (block['children'] as Node[]).map(withoutLinks) }
    }),
}

/** WordPress has one element for both: an author there may not send `bdi`. */
const ruledIsolates: AllowedLoss = {
  words:
    'who isolated a number or a name: where the rule does it too, but for space at the edges, the writer’s own is not kept',
  apply: (article) =>
    withBlocks(article, (block) => {
      if (!Array.isArray(block['children'])) return block
      const children = (block['children'] as Node[]).flatMap((inline): unknown[] => {
        if (inline['type'] !== 'ltr' || !Array.isArray(inline['children'])) return [inline]
        const text = (inline['children'] as { text: string }[]).map((each) => each.text).join('')
        const [part, ...others] = partsOf(text.trim(), 'rtl')
        return part?.isIsolate === true && others.length === 0 ? inline['children'] : [inline]
      })
      return { ...block, children: joined(children) }
    }),
}

const correctionDate: AllowedLoss = {
  words: 'the date of a correction as a date; its words stay for readers',
  apply: (article) =>
    withDocument(article, (block) => {
      if (block.type !== 'correction') return [block]
      const { date: _date, ...rest } = block
      return [rest]
    }),
}

const waitingFigures: AllowedLoss = {
  words: 'the place of a gallery’s figures without a picture: they follow it',
  apply: (article) =>
    withDocument(article, (block) => {
      if (block.type !== 'gallery') return [block]
      const shown = block.children.filter(({ asset }) => asset !== undefined)
      const waiting = block.children.filter(({ asset }) => asset === undefined)
      return shown.length === 0 ? waiting : [{ ...block, children: shown }, ...waiting]
    }),
}

/** @returns the direction of the first line with words in a block; undefined for none. */
function firstDirection(block: Node): unknown {
  const children = Array.isArray(block['children']) ? (block['children'] as unknown[]).filter(isNode) : []
  const blocks = children.filter((child) => 'dir' in child)
  if (blocks.length === 0) return hasContent(children) ? block['dir'] : undefined
  return blocks.map(firstDirection).find((dir) => dir !== undefined)
}

const HOLDERS: ReadonlySet<unknown> = new Set([
  ...['list', 'table', 'table-row', 'quote', 'factbox', 'verse', 'related', 'gallery', 'figure', 'embed'],
])

const outerDirection: AllowedLoss = {
  words: 'the direction of a block that holds lines: it becomes that of its first line',
  apply: (article) =>
    withBlocks(article, (block) =>
      HOLDERS.has(block['type']) ? { ...block, dir: firstDirection(block) ?? 'rtl' } : block,
    ),
}

/** What every format loses but our own. */
const always: readonly AllowedLoss[] = [altAlone, ...[ids, pictureName, blankBlocks, unknown]]

/** What each format may lose; any other loss fails the tests. Our package loses nothing. */
export const ALLOWED_LOSSES = {
  package: [],
  html: [
    ...always,
    ...[edges, repeated, titleLinks],
    fields(
      'all metadata except the language and the SEO fields',
      ...(['kind', 'slug', 'section', 'keywords', 'mediaTopics', 'urgency', 'embargo', 'place', 'sources'] as const),
    ),
  ],
  markdown: [...always, edges, repeated, titleLinks, innerDirection, rowNames],
  docx: [
    ...always,
    ends,
    figureDate,
    galleries,
    titleIsolates,
    titleAddress,
    titleLinks,
    listDirection,
    touching,
    fields(
      'all metadata except language, section, keywords and description',
      ...(['kind', 'slug', 'mediaTopics', 'urgency', 'embargo', 'place', 'sources', 'seoTitle'] as const),
    ),
  ],
  ninjs: [...always, edges, repeated, titleLinks, plainHead, headDirection, embargoZone, located],
  'newsml-g2': [
    ...always,
    ...[edges, repeated, titleLinks],
    plainHead,
    embargoZone,
    fields('the SEO title and description', 'seoTitle', 'seoDescription'),
  ],
  wxr: [
    ...always,
    ...[edges, repeated, titleLinks],
    plainHead,
    headDirection,
    slug,
    ...[figureDate, correctionDate, embedLinks, ruledIsolates, waitingFigures, outerDirection],
    fields(
      'all metadata except language, slug, section and keywords',
      ...(['kind', 'mediaTopics', 'urgency', 'embargo', 'place', 'sources', 'seoTitle', 'seoDescription'] as const),
    ),
  ],
} satisfies Record<string, readonly AllowedLoss[]>
