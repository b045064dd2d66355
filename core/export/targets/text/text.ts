import type { Article } from '../../../article/article.ts'
import type { AnyBlock, List } from '../../../article/block.ts'
import { isOrderedItem } from '../../../article/blocks/list.ts'
import type { Edition } from '../../edition.ts'
import { noticeOf } from '../../notice.ts'
import { xmlText } from '../../xml.ts'
import { directed, isolatedText } from './direction.ts'

type BlockOf<T extends AnyBlock['type']> = Extract<AnyBlock, { type: T }>
type Handlers = { [T in AnyBlock['type']]: (block: BlockOf<T>) => string[] }
type TextOnly = AnyBlock & { children: BlockOf<'headline'>['children'] }

/** A line, with what stands before and after its words; none for a block without words. */
function line(block: TextOnly, before = '', after = ''): string[] {
  const text = isolatedText(block.children, block.dir)
  return text === '' ? [] : [directed(block.children, block.dir, `${before}${text}${after}`)]
}

const plain = (block: TextOnly): string[] => line(block)
const within = (block: AnyBlock & { children: readonly AnyBlock[] }): string[] => block.children.flatMap(blockLines)

function listLines(list: List): string[] {
  const counts: number[] = []
  return list.children.flatMap((item) => {
    const depth = item.depth ?? 0
    counts.length = Math.min(counts.length, depth + 1)
    counts[depth] = (counts[depth] ?? 0) + 1
    const ordered = isOrderedItem(list, item)
    return line(item, `${'  '.repeat(depth)}${ordered ? `${counts[depth]}.` : '-'} `)
  })
}

/** What is one block to a reader of plain text: lines that stand together. */
const handlers: Handlers = {
  kicker: plain,
  headline: plain,
  deck: plain,
  byline: plain,
  dateline: plain,
  paragraph: plain,
  subhead: plain,
  quote: within,
  attribution: (block) => line(block, '— '),
  pullquote: plain,
  // The day as computers write it: a plain text belongs to no house's style.
  correction: (block) => [...(block.date === undefined ? [] : [`[${block.date}]`]), ...line(block)],
  list: listLines,
  'list-item': plain,
  figure: within,
  gallery: within,
  embed: (block) => (block.url === '' ? [] : [...within(block), block.url]),
  factbox: within,
  'factbox-title': plain,
  related: within,
  'related-item': (block) => [...line(block, '- '), ...(block.url === '' ? [] : [block.url])],
  table: within,
  'table-row': (row) => {
    const cells = row.children.map((cell) => isolatedText(cell.children, cell.dir).replaceAll('\n', ' '))
    return cells.every((cell) => cell === '') ? [] : [cells.join('\t')]
  },
  'table-cell': plain,
  separator: () => ['* * *'],
  caption: plain,
  credit: plain,
  /** Kept in `article.json` alone; the checklist warns of it. */
  unknown: () => [],
}

function blockLines<T extends AnyBlock['type']>(block: BlockOf<T>): string[] {
  const handler: Handlers[T] = handlers[block.type]
  return handler(block)
}

/** @returns the article as plain text in UTF-8, an empty line between blocks, first what forbids to publish it, with signs where direction needs them. */
export function articlePlainText(article: Article, edition: Edition): string {
  const notice = noticeOf(article, edition)
  const blocks = article.document.map((block) => blockLines(block).join('\n')).filter((text) => text !== '')
  return `${xmlText([...(notice === null ? [] : [notice]), ...blocks].join('\n\n'))}\n`
}
