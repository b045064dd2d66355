import fc from 'fast-check'
import type { Article } from '#core/article/article.ts'
import type { Block } from '#core/article/block.ts'
import { newArticle } from '#core/article/factories.ts'
import { emptyMetadata } from '#core/article/metadata.ts'
import { normaliseDocument } from '#core/article/normalise.ts'
import { counter } from '#tests/support/articles.ts'
import type { BodyType } from '#tests/support/every-block.ts'
import { ASSET } from '#tests/support/full-article.ts'

/** Words of the news, and text that a format could take for its own markup. */
const WORDS = [
  ...['بغداد', 'استقرار', 'لُنْدُن', 'كـــبير', 'رئيس', 'الوزراء،', 'قال:', '«نعم»', '٤٫٣٠', 'ﷺ', 'می‌شود'],
  ...['Reuters', 'C++', '.NET', '+964 770 123', '3-1', '@midad_app', '#خبر', '2500', 'https://example.org/?a=1&b=2'],
  ...[
    '<b>',
    '</p>',
    '&amp;',
    '&#x26;',
    '*',
    '**',
    '_',
    '__a__',
    '`',
    '[x](y)',
    '![',
    '1.',
    '-',
    '+',
    '>',
    '|',
    '\\',
    '~',
  ],
  ...['"', "'", '---', '===', '# ', '{', '}', '[gallery]', '[sic]', ']]>', '<!--', '🇮🇶', '👩‍👩‍👧', '\u200F', '\u00A0'],
].map((word) => word.trim() || word)

const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((all) => all.join(' '))
const marks = fc.constantFrom(
  ...[{}, {}, {}, { bold: true }, { italic: true }, { underline: true }, { bold: true, underline: true }],
)
const leaf = fc.tuple(words, marks).map(([text, own]) => ({ text, ...own }))
const URLS = ['https://example.org/a_(b)?x=1&y=«»', 'http://example.org', 'mailto:a@example.org', 'tel:+964770']
const link = fc
  .tuple(fc.constantFrom(...URLS), leaf)
  .map(([url, child]) => ({ type: 'link', url: encodeURI(decodeURI(url)), children: [child] }))
const isolate = leaf.map((child) => ({ type: 'ltr', children: [child] }))
const between = fc.constantFrom({ text: ' ' }, { text: ' و' }, { text: '\n' })

/** The inlines of a line: runs separated by a space, a letter or a line break, with a letter at both ends. */
const line = fc
  .array(fc.tuple(fc.oneof({ weight: 4, arbitrary: leaf }, link, isolate), between), { minLength: 1, maxLength: 3 })
  .map((parts) => [{ text: 'ابدأ' }, { text: ' ' }, ...parts.flat().slice(0, -1), { text: ' انته' }])
const plainLine = words.map((text) => [{ text: `ابدأ ${text} انته` }])

type Loose = { type: string; dir?: string; children: unknown; [field: string]: unknown }
const of = (type: string, content: fc.Arbitrary<unknown> = line): fc.Arbitrary<Loose> =>
  content.map((children) => ({ type, children }))
const many = <T>(item: fc.Arbitrary<T>, maxLength = 3): fc.Arbitrary<T[]> => fc.array(item, { minLength: 1, maxLength })

const list = fc
  .tuple(fc.boolean(), many(fc.tuple(line, fc.nat(3), fc.boolean()), 5))
  .map(([ordered, items]): Loose => ({
    ...{ type: 'list', ordered },
    children: items.map(([children, depth, own]) => ({ type: 'list-item', depth, ordered: own, children })),
  }))
const figure = fc
  .tuple(line, line, words, fc.constantFrom({}, { asset: ASSET }))
  .map(([caption, credit, alt, asset]): Loose => ({
    ...{ type: 'figure', alt, ...asset },
    children: [
      { type: 'caption', children: caption },
      { type: 'credit', children: credit },
    ],
  }))
const table = fc.tuple(fc.boolean(), fc.boolean(), fc.integer({ min: 1, max: 3 })).chain(([header, named, width]) =>
  fc
    .array(fc.array(line, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 3 })
    .map((rows): Loose => ({
      // A lone column names nothing.
      ...{ type: 'table', header, ...(named && width > 1 ? { headerColumn: true } : {}) },
      children: rows.map((cells) => ({
        type: 'table-row',
        children: cells.map((children) => ({ type: 'table-cell', children })),
      })),
    })),
)

/** The title of a related link may hold a link itself. */
const half = fc.oneof({ weight: 3, arbitrary: plainLine }, fc.constant([{ text: '' }]))
const linkTitle = fc.oneof({ weight: 3, arbitrary: plainLine }, line)

/** Untidy lines: with spaces at their ends, or empty. */
const careless = fc.constantFrom('  مسافات  في   السطر ', ' سطر', '', '   ').map((text): Loose => ({
  ...{ type: 'paragraph', children: [{ text }] },
}))

/** A block of a later version of Midad. */
const novelty = words.map((text): Loose => ({ type: 'poll', question: text, children: [{ text }] }))

/** Blocks of every type of the body; a missing type does not compile. */
const SORTS: Record<BodyType, fc.Arbitrary<Loose>> = {
  paragraph: of('paragraph'),
  subhead: fc.tuple(of('subhead'), fc.constantFrom(2, 3)).map(([each, level]) => ({ ...each, level })),
  quote: fc
    .tuple(
      many(of('paragraph')),
      fc.oneof({ weight: 3, arbitrary: of('attribution') }, of('attribution', fc.constant([]))),
    )
    .map(([said, by]) => ({ type: 'quote', children: [...said, by] })),
  pullquote: of('pullquote'),
  list,
  figure,
  gallery: many(figure).map((children) => ({ type: 'gallery', children })),
  embed: of('caption').map((caption) => ({
    type: 'embed',
    url: 'https://example.org/post/1?a=1&b=2',
    children: [caption],
  })),
  factbox: fc
    .tuple(of('factbox-title'), many(fc.oneof(of('paragraph'), list)))
    .map(([title, inside]) => ({ type: 'factbox', children: [title, ...inside] })),
  related: many(fc.tuple(linkTitle, fc.constantFrom('', 'https://example.org/x'))).map((items) => ({
    type: 'related',
    children: items.map(([children, url]) => ({ type: 'related-item', url, children })),
  })),
  table,
  // Either half may be empty.
  verse: fc.tuple(of('hemistich', half), of('hemistich', half)).map((children) => ({ type: 'verse', children })),
  separator: fc.constant({ type: 'separator', children: [] }),
  correction: fc
    .tuple(of('correction'), fc.constantFrom({}, { date: '2026-11-24' }))
    .map(([each, date]) => ({ ...each, ...date })),
}

const block: fc.Arbitrary<Loose> = fc
  .oneof({ weight: 3, arbitrary: SORTS.paragraph }, careless, novelty, ...Object.values(SORTS))
  .chain((each: Loose) => fc.constantFrom('rtl', 'rtl', 'ltr').map((dir) => turned(each, dir)))
  .chain((each: Loose) =>
    each.type === 'list'
      ? fc.constantFrom('rtl', 'rtl', 'ltr').map((dir) => withTurnedItem(each, dir))
      : fc.constant(each),
  )

/** An item may have another direction than its list. */
function withTurnedItem(each: Loose, dir: string): Loose {
  const [first, ...others] = each.children as Loose[]
  return { ...each, children: [{ ...first, dir }, ...others] }
}

/** Gives a block and everything in it one direction. */
function turned(each: Loose, dir: string): Loose {
  const children = Array.isArray(each.children)
    ? each.children.map((child: Loose) =>
        'type' in child && child.type !== 'link' && child.type !== 'ltr' ? turned(child, dir) : child,
      )
    : each.children
  return { ...each, dir: each.type === 'separator' ? 'rtl' : dir, children }
}

const headType = (type: string) => fc.option(of(type, plainLine), { nil: undefined })
const text = fc.constantFrom('', 'سياسة', 'كلمة & <وسم> "مقتبسة"')

/** @returns arbitrary articles as a newsroom could write them. */
export function anyArticle(): fc.Arbitrary<Article> {
  const head = fc.tuple(
    headType('kicker'),
    of('headline', plainLine),
    headType('deck'),
    headType('byline'),
    headType('dateline'),
  )
  const metadata = fc.record({
    ...{ section: text, place: text, seoTitle: text, seoDescription: text, kind: fc.constantFrom('news', 'report') },
    ...{ slug: fc.constantFrom('', 'خبر-عاجل'), keywords: fc.constantFrom<string[]>([], ['العراق'], ['أ', 'ب & ج']) },
    ...{
      mediaTopics: fc.constantFrom<string[]>([], ['medtop:11000000']),
      sources: fc.constantFrom<string[]>([], ['رويترز']),
    },
    urgency: fc.constantFrom(null, 1, 3),
    embargo: fc.constantFrom(null, '2026-11-24T12:00:00+03:00'),
  })
  return fc.tuple(head, fc.array(block, { minLength: 1, maxLength: 5 }), metadata).map(([lines, body, own]) => {
    const id = counter('any')
    const given = lines.filter((each) => each !== undefined)
    const document: Block[] = normaliseDocument([...given, ...body], id)
    return {
      ...newArticle('7f3a2c10-0000-4000-8000-00000000000a', id, document),
      metadata: { ...emptyMetadata(), ...own },
    }
  })
}
