import type { Direction } from '../../../article/block.ts'
import { BULLETS, STYLES, type IcmlStyle } from '../../walk/paragraph-styles.ts'
import { lines, x, type Xml } from '../../xml.ts'

const NUMBERS = { BulletsAndNumberingListType: 'NumberedList', NumberingExpression: '^#.^t' }

/** InDesign numbers by style: each sort of item has one of its own. They are listed behind the styles they resemble. */
export const ITEM_STYLES = {
  numbered: { name: 'Numbered list', PointSize: 13, SpaceAfter: 3, ...NUMBERS },
  boxed: { name: 'Factbox list', PointSize: 12, SpaceAfter: 3, ...BULLETS },
} as const satisfies Record<string, IcmlStyle>

const BEHIND: ReadonlyMap<IcmlStyle, readonly IcmlStyle[]> = new Map([
  [STYLES['list-item'].icml, [ITEM_STYLES.numbered]],
  [STYLES.factbox.icml, [ITEM_STYLES.boxed]],
])

/** @returns how InDesign calls a direction. */
export function icmlDirection(dir: Direction): 'RightToLeftDirection' | 'LeftToRightDirection' {
  return dir === 'rtl' ? 'RightToLeftDirection' : 'LeftToRightDirection'
}

/** @returns the side at which the lines of a direction begin: InDesign has no word for it. */
export function startAlign(dir: Direction): 'RightAlign' | 'LeftAlign' {
  return dir === 'rtl' ? 'RightAlign' : 'LeftAlign'
}

/** What all lines share: the composer that joins Arabic letters, the direction, a font that comes with InDesign. */
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
  const font = dir === 'rtl' ? [x('AppliedFont', { type: 'string' }, 'Adobe Arabic')] : []
  const own = x('BasedOn', { type: 'string' }, '$ID/NormalParagraphStyle')
  return x('ParagraphStyle', attributes, x('Properties', {}, own, ...font))
}

/** @returns the groups of character and paragraph styles, for an article in one direction. */
export function styleGroups(dir: Direction): Xml[] {
  const paragraph = ({ name, ...look }: IcmlStyle): Xml =>
    x(
      'ParagraphStyle',
      { Self: `ParagraphStyle/${name}`, Name: name, ...look },
      x('Properties', {}, x('BasedOn', { type: 'object' }, 'ParagraphStyle/Midad')),
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
        .flatMap(({ icml }) => [icml, ...(BEHIND.get(icml) ?? [])])
        .map(paragraph),
    ]),
  ]
}
