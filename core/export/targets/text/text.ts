import type { Article } from '../../../article/article.ts'
import type { TableRow } from '../../../article/block.ts'
import type { Edition } from '../../edition.ts'
import { noticeOf } from '../../notice.ts'
import { placedItems } from '../../walk/list.ts'
import { walkOf, type Walk, type WalkedBlock } from '../../walk/walk.ts'
import type { Words } from '../../walk/words.ts'
import { xmlText } from '../../xml.ts'
import { directed, isolatedText } from './direction.ts'

/** @returns a line with a prefix; none for a block without words. */
function line({ children, dir }: Words, before = ''): string[] {
  const text = isolatedText(children, dir)
  return text === '' ? [] : [directed(children, dir, `${before}${text}`)]
}

function row({ children }: TableRow): string[] {
  const cells = children.map((cell) => isolatedText(cell.children, cell.dir).replaceAll('\n', ' '))
  return cells.every((cell) => cell === '') ? [] : [cells.join('\t')]
}

const plain = (block: Words): string[] => line(block)

const inside = (
  block: { readonly children: readonly WalkedBlock[] },
  context: null,
  walk: Walk<string, null>,
): string[] => walk(block.children, context)

/** Writes blocks as lines. The lines of one block stand together, without an empty line. */
const blockLines = walkOf<string, null>({
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
  // The day is in ISO 8601, for plain text follows no house's style.
  correction: (block) => [...(block.date === undefined ? [] : [`[${block.date}]`]), ...line(block)],
  list: (block) =>
    placedItems(block).flatMap(({ item, depth, ordered, number }) =>
      line(item, `${'  '.repeat(depth)}${ordered ? `${number}.` : '-'} `),
    ),
  figure: inside,
  gallery: inside,
  embed: (block, context, walk) => [...walk(block.children, context), block.url],
  factbox: inside,
  'factbox-title': plain,
  related: (block) => block.children.flatMap((item) => [...line(item, '- '), ...(item.url === '' ? [] : [item.url])]),
  table: (block) => block.children.flatMap(row),
  verse: inside,
  hemistich: plain,
  separator: () => ['* * *'],
  caption: plain,
  credit: plain,
})

/**
 * Writes the article as plain text, with an empty line between blocks and control characters where directions need them.
 * @returns the text, which begins with a warning if the article must not be published.
 */
export function articlePlainText(article: Article, edition: Edition): string {
  const notice = noticeOf(article, edition)
  const blocks = article.document.map((block) => blockLines([block], null).join('\n')).filter((text) => text !== '')
  return `${xmlText([...(notice === null ? [] : [notice]), ...blocks].join('\n\n'))}\n`
}
