import type { Article } from '../../../article/article.ts'
import type { TableRow } from '../../../article/block.ts'
import type { Edition } from '../../edition.ts'
import { noticeOf } from '../../notice.ts'
import { placedItems } from '../../walk/list.ts'
import { walkOf, type Walk, type WalkedBlock } from '../../walk/walk.ts'
import type { Words } from '../../walk/words.ts'
import { xmlText } from '../../xml.ts'
import { directed, isolatedText } from './direction.ts'

/** A line, with what stands before its words; none for a block without words. */
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

/** Writes the lines of blocks. What is one block to a reader of plain text is lines that stand together. */
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
  // The day as computers write it: a plain text belongs to no house's style.
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
  separator: () => ['* * *'],
  caption: plain,
  credit: plain,
})

/** @returns the article as plain text in UTF-8, an empty line between blocks, first what forbids to publish it, with signs where direction needs them. */
export function articlePlainText(article: Article, edition: Edition): string {
  const notice = noticeOf(article, edition)
  const blocks = article.document.map((block) => blockLines([block], null).join('\n')).filter((text) => text !== '')
  return `${xmlText([...(notice === null ? [] : [notice]), ...blocks].join('\n\n'))}\n`
}
