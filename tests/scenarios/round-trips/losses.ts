import type { Article } from '#core/article/article.ts'
import type { Block, Figure } from '#core/article/block.ts'
import { emptyMetadata, type Metadata } from '#core/article/metadata.ts'

/** One thing that a format does not carry, or carries otherwise, on the way out and back. */
export type AllowedLoss = {
  /** For people, in `docs/formats.md`. */
  readonly words: string
  /** What becomes of an article by it. */
  readonly apply: (article: Article) => Article
}

type Field = keyof Metadata

const withDocument = (article: Article, change: (block: Block) => Block[]): Article => ({
  ...article,
  document: article.document.flatMap(change),
})

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
  words: 'the day on which a picture was taken, but for what its file says itself',
  apply: (article) => withFigures(article, ({ date: _date, ...figure }) => figure),
}

const HEAD: ReadonlySet<string> = new Set(['kicker', 'headline', 'deck', 'byline', 'dateline'])

const plainHead: AllowedLoss = {
  words: 'bold, links and isolates within the lines of the head',
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
  words: 'a direction of the head’s lines that is not right to left',
  apply: (article) => withDocument(article, (block) => [HEAD.has(block.type) ? { ...block, dir: 'rtl' } : block]),
}

const embargoZone: AllowedLoss = {
  words: 'the time zone of the embargo; its moment stays',
  apply: ({ metadata, ...article }) => ({
    ...article,
    metadata: {
      ...metadata,
      embargo: metadata.embargo === null ? null : new Date(metadata.embargo).toISOString(),
    },
  }),
}

const galleries: AllowedLoss = {
  words: 'that pictures form a gallery: they come back one after the other',
  apply: (article) => withDocument(article, (block) => (block.type === 'gallery' ? block.children : [block])),
}

const addresslessRelated: AllowedLoss = {
  words: 'links within the title of a related link',
  apply: (article) => article,
}

/** The place stands in for the place line, and the other way round. */
const located: AllowedLoss = {
  words: 'the place line; where no place is given, it is the place',
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
  words: 'the alternative text of a figure that has no picture yet',
  apply: (article) => withFigures(article, (figure) => (figure.asset === undefined ? { ...figure, alt: '' } : figure)),
}

/** What every format loses but our own. */
const always: readonly AllowedLoss[] = [
  altAlone,
  { words: 'the ids of the blocks', apply: (article) => article },
  {
    words: 'blocks without words, and white space at the edges of lines or repeated within',
    apply: (article) => article,
  },
  { words: 'what a later version of Midad added, and this one cannot show', apply: (article) => article },
]

/** What may be lost by each format; a loss that is not here fails the tests. Our own package loses nothing. */
export const ALLOWED_LOSSES = {
  package: [],
  html: [
    ...always,
    fields(
      'all that stands beside the text, but for the language and what search engines are told',
      ...(['kind', 'slug', 'section', 'keywords', 'mediaTopics', 'urgency', 'embargo', 'place', 'sources'] as const),
    ),
  ],
  markdown: [
    ...always,
    {
      words: 'the direction of an item, a row or a cell that runs against its list or table',
      apply: (article) => article,
    },
  ],
  docx: [
    ...always,
    figureDate,
    galleries,
    addresslessRelated,
    { words: 'the border between two quotations, factboxes or lists of links that touch', apply: (article) => article },
    fields(
      'all that stands beside the text, but for the language, section, keywords and description',
      ...(['kind', 'slug', 'mediaTopics', 'urgency', 'embargo', 'place', 'sources', 'seoTitle'] as const),
    ),
  ],
  ninjs: [...always, plainHead, headDirection, embargoZone, located],
  'newsml-g2': [
    ...always,
    plainHead,
    embargoZone,
    fields('what search engines are told', 'seoTitle', 'seoDescription'),
  ],
  wxr: [
    ...always,
    plainHead,
    headDirection,
    without('the kicker and the place line', 'kicker', 'dateline'),
    fields(
      'all that stands beside the text, but for the language, slug, section and keywords',
      ...(['kind', 'mediaTopics', 'urgency', 'embargo', 'place', 'sources', 'seoTitle', 'seoDescription'] as const),
    ),
    {
      words: 'that no slug was given: it is made of the headline',
      apply: (article) => article,
    },
  ],
} satisfies Record<string, readonly AllowedLoss[]>
