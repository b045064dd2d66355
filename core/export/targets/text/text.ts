import type { Article } from '../../../article/article.ts'
import type { Block, TableRow } from '../../../article/block.ts'
import { isHeadType } from '../../../article/block-types.ts'
import { correctionHead } from '../../correction-head.ts'
import type { Edition } from '../../edition.ts'
import type { PlainText } from '../../fields/sorts.ts'
import { noticeOf } from '../../notice.ts'
import { placedItems } from '../../walk/list.ts'
import { walkOf, type Walk, type WalkedBlock } from '../../walk/walk.ts'
import type { Words } from '../../walk/words.ts'
import { xmlText } from '../../xml.ts'
import { directed } from './direction.ts'
import { textField } from './fields.ts'

/** What every handler knows besides its block. */
type TextContext = {
  /** The language of the article. */
  readonly language: string
}

/** @returns a line with a prefix; none for a block without words. */
function line(words: Words, before = ''): string[] {
  const text = textField('line', words)
  return text === '' ? [] : [directed(words.children, words.dir, `${before}${text}`)]
}

function row({ children }: TableRow): string[] {
  const cells = children.map((cell) => textField('line', cell).replaceAll('\n', ' '))
  return cells.every((cell) => cell === '') ? [] : [cells.join('\t')]
}

const plain = (block: Words): string[] => line(block)

const inside = (
  block: { readonly children: readonly WalkedBlock[] },
  context: TextContext,
  walk: Walk<string, TextContext>,
): string[] => walk(block.children, context)

/** Writes blocks as lines. The lines of one block stand together, without an empty line. */
const blockLines = walkOf<string, TextContext>({
  kicker: plain,
  headline: plain,
  deck: plain,
  byline: plain,
  dateline: plain,
  paragraph: plain,
  subhead: plain,
  quote: inside,
  attribution: (block) => line(block, '— '),
  pullquote: plain,
  correction: (block, { language }) => [
    ...line({ dir: block.dir, children: [{ text: correctionHead(block, language) }] }),
    ...line(block),
  ],
  list: (block) =>
    placedItems(block).flatMap(({ item, depth, ordered, number }) =>
      line(item, `${'  '.repeat(depth)}${ordered ? `${number}.` : '-'} `),
    ),
  figure: inside,
  gallery: inside,
  embed: (block, context, walk) => [...walk(block.children, context), textField('address', block.url)],
  factbox: inside,
  'factbox-title': plain,
  related: (block) =>
    block.children.flatMap((item) => [
      ...line(item, '- '),
      ...(item.url === '' ? [] : [textField('address', item.url)]),
    ]),
  table: (block) => block.children.flatMap(row),
  verse: inside,
  hemistich: plain,
  separator: () => ['* * *'],
  caption: plain,
  credit: plain,
})

function paragraphs({ metadata: { language } }: Article, blocks: readonly Block[]): string[] {
  return blocks.map((block) => blockLines([block], { language }).join('\n')).filter((text) => text !== '')
}

/**
 * Writes the article as plain text, with an empty line between blocks and control characters where directions need them.
 * @returns the text, which begins with a warning if the article must not be published.
 */
export function articlePlainText(article: Article, edition: Edition): string {
  const notice = noticeOf(article, edition)
  return `${xmlText([...(notice === null ? [] : [notice]), ...paragraphs(article, article.document)].join('\n\n'))}\n`
}

/** @returns the body as plain text, for formats that carry it beside the HTML. */
export function plainBody(article: Article): PlainText {
  return xmlText(
    paragraphs(
      article,
      article.document.filter(({ type }) => !isHeadType(type)),
    ).join('\n\n'),
  ) as PlainText
}
