import type { Direction } from '../../../article/block.ts'
import { BULLETS, STYLES, type IcmlStyle } from '../../walk/paragraph-styles.ts'
import { lines, x, type Xml } from '../../xml.ts'
import { icmlText } from './fields.ts'

const NUMBERS = { BulletsAndNumberingListType: 'NumberedList', NumberingExpression: '^#.^t' }

/** InDesign numbers lists by style, so each kind of item has its own. They are listed after the styles they resemble. */
export const ITEM_STYLES = {
  numbered: { name: 'Numbered list', PointSize: 13, SpaceAfter: 3, ...NUMBERS },
  boxed: { name: 'Factbox list', PointSize: 12, SpaceAfter: 3, ...BULLETS },
} as const satisfies Record<string, IcmlStyle>

const LISTED_AFTER: ReadonlyMap<IcmlStyle, readonly IcmlStyle[]> = new Map([
  [STYLES['list-item'].icml, [ITEM_STYLES.numbered]],
  [STYLES.factbox.icml, [ITEM_STYLES.boxed]],
])

/** @returns InDesign's name for a direction. */
export function icmlDirection(dir: Direction): 'RightToLeftDirection' | 'LeftToRightDirection' {
  return dir === 'rtl' ? 'RightToLeftDirection' : 'LeftToRightDirection'
}

/** @returns the alignment at the start of a line. InDesign has no logical alignment. */
export function startAlign(dir: Direction): 'RightAlign' | 'LeftAlign' {
  return dir === 'rtl' ? 'RightAlign' : 'LeftAlign'
}

/** The style that all others are based on: the composer for Arabic, the direction, a font that comes with InDesign. */
function base(dir: Direction): Xml {
  const attributes = {
    Self: 'ParagraphStyle/Midad',
    Name: 'Midad',
    Composer: 'HL Composer Optyca',
    ParagraphDirection: icmlDirection(dir),
    Justification: startAlign(dir),
    PointSize: 13,
    ...(dir === 'rtl' ? { AppliedLanguage: '$ID/Arabic' } : {}),
  }
  const font = dir === 'rtl' ? [icmlText('AppliedFont', 'Adobe Arabic', { type: 'string' })] : []
  const own = icmlText('BasedOn', '$ID/NormalParagraphStyle', { type: 'string' })
  return x('ParagraphStyle', attributes, x('Properties', {}, own, font))
}

/** @returns the groups of character and paragraph styles, for an article in one direction. */
export function styleGroups(dir: Direction): Xml[] {
  const paragraph = ({ name, ...look }: IcmlStyle): Xml =>
    x(
      'ParagraphStyle',
      { Self: `ParagraphStyle/${name}`, Name: name, ...look },
      x('Properties', {}, icmlText('BasedOn', 'ParagraphStyle/Midad', { type: 'object' })),
    )
  return [
    lines('RootCharacterStyleGroup', { Self: 'midad_character_styles' }, [
      x('CharacterStyle', { Self: '$ID/NormalCharacterStyle', Name: 'Default' }),
      x('CharacterStyle', {
        Self: 'CharacterStyle/Isolate',
        Name: 'Isolate',
        CharacterDirection: 'LeftToRightDirection',
      }),
      x('CharacterStyle', { Self: 'CharacterStyle/Link', Name: 'Link', Underline: 'true' }),
    ]),
    lines('RootParagraphStyleGroup', { Self: 'midad_paragraph_styles' }, [
      x('ParagraphStyle', { Self: '$ID/NormalParagraphStyle', Name: '$ID/NormalParagraphStyle' }),
      base(dir),
      ...Object.values(STYLES)
        .flatMap(({ icml }) => [icml, ...(LISTED_AFTER.get(icml) ?? [])])
        .map(paragraph),
    ]),
  ]
}
