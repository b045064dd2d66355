import { x } from '../../xml.ts'
import { paragraphHandlers, type ParagraphFormat } from '../../walk/paragraphs.ts'
import { walkOf } from '../../walk/walk.ts'
import type { IcmlContext } from './context.ts'
import { characters } from './inlines.ts'
import { paragraph, textParagraph } from './paragraph.ts'
import { pictureFrame } from './picture.ts'
import { tableToIcml } from './table.ts'

const BULLETS = { 'list-item': 'list-item', factbox: 'factbox-item' } as const

const format: ParagraphFormat<IcmlContext> = {
  paragraph: textParagraph,
  list: (items, style, context) =>
    items.flatMap(({ item, depth, ordered, number }) => {
      const level = depth === 0 ? {} : { NumberingLevel: depth + 1 }
      const start = ordered && number === 1 ? { NumberingContinue: 'false', NumberingStartAt: 1 } : {}
      return textParagraph(ordered ? 'numbered-item' : BULLETS[style], item, context, { ...level, ...start })
    }),
  picture: ({ asset, alt, dir }, context) => {
    const frame = asset === undefined ? null : pictureFrame(asset, alt, context)
    return frame === null ? [] : [paragraph('picture', dir, [frame], context)]
  },
  table: tableToIcml,
  correctionHead: ({ dir, date }, context) =>
    date === undefined ? [] : [paragraph('correction-date', dir, [characters([x('Content', {}, date)])], context)],
  separator: (dir, context) => paragraph('separator', dir, [characters([x('Content', {}, '* * *')])], context),
}

/** Writes the paragraphs of blocks, in their order. */
export const blocksToIcml = walkOf(paragraphHandlers(format))
