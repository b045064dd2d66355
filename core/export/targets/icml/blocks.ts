import { correctionHead } from '../../correction-head.ts'
import { paragraphHandlers, type ParagraphFormat } from '../../walk/paragraphs.ts'
import { walkOf } from '../../walk/walk.ts'
import type { IcmlContext } from './context.ts'
import { icmlText } from './fields.ts'
import { characters } from './inlines.ts'
import { paragraph, textParagraph } from './paragraph.ts'
import { pictureFrame } from './picture.ts'
import { tableToIcml } from './table.ts'
import { STYLES } from '../../walk/paragraph-styles.ts'
import { ITEM_STYLES } from './styles.ts'

const BULLETS = { 'list-item': STYLES['list-item'].icml, factbox: ITEM_STYLES.boxed }

const format: ParagraphFormat<IcmlContext> = {
  paragraph: (style, words, context) => textParagraph(STYLES[style].icml, words, context),
  list: (items, style, context) =>
    items.flatMap(({ item, depth, ordered, number }) => {
      const level = depth === 0 ? {} : { NumberingLevel: depth + 1 }
      const start = ordered && number === 1 ? { NumberingContinue: 'false', NumberingStartAt: 1 } : {}
      return textParagraph(ordered ? ITEM_STYLES.numbered : BULLETS[style], item, context, { ...level, ...start })
    }),
  picture: ({ asset, alt, dir }, context) => {
    const frame = asset === undefined ? null : pictureFrame(asset, alt, context)
    return frame === null ? [] : [paragraph(STYLES.picture.icml, dir, [frame], context)]
  },
  table: tableToIcml,
  correctionHead: (block, context) =>
    textParagraph(
      STYLES['correction-date'].icml,
      { dir: block.dir, children: [{ text: correctionHead(block, context.language) }] },
      context,
    ),
  separator: ({ dir }, context) =>
    paragraph(STYLES.separator.icml, dir, [characters([icmlText('Content', '* * *')])], context),
}

/** Writes the paragraphs of blocks, in their order. */
export const blocksToIcml = walkOf(paragraphHandlers(format))
