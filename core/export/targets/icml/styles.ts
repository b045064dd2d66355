import type { Direction } from '../../../article/block.ts'
import type { ParagraphStyle } from '../../walk/paragraphs.ts'
import { lines, x, type Xml } from '../../xml.ts'

type Look = Readonly<Record<string, string | number>>

const BULLETS = { BulletsAndNumberingListType: 'BulletList' }
const NUMBERS = { BulletsAndNumberingListType: 'NumberedList', NumberingExpression: '^#.^t' }

/** InDesign numbers by style: each sort of item has one of its own. */
export type IcmlStyle = ParagraphStyle | 'numbered-item' | 'factbox-item'

/** The look of every sort of paragraph. The house's own styles of the same names replace these in InDesign. */
export const STYLES: Readonly<Record<IcmlStyle, Look & { readonly name: string }>> = {
  notice: { name: 'Notice', PointSize: 12, FontStyle: 'Bold', SpaceAfter: 10 },
  kicker: { name: 'Kicker', PointSize: 12, FontStyle: 'Bold', SpaceAfter: 2 },
  headline: { name: 'Headline', PointSize: 30, FontStyle: 'Bold', SpaceAfter: 8 },
  deck: { name: 'Deck', PointSize: 16, SpaceAfter: 8 },
  byline: { name: 'Byline', PointSize: 11, FontStyle: 'Bold' },
  dateline: { name: 'Dateline', PointSize: 11, SpaceAfter: 10 },
  paragraph: { name: 'Body', PointSize: 13, SpaceAfter: 6 },
  'subhead-2': { name: 'Subhead 2', PointSize: 17, FontStyle: 'Bold', SpaceBefore: 12, SpaceAfter: 4 },
  'subhead-3': { name: 'Subhead 3', PointSize: 14, FontStyle: 'Bold', SpaceBefore: 10, SpaceAfter: 4 },
  quote: { name: 'Quote', PointSize: 13, SpaceAfter: 3 },
  attribution: { name: 'Attribution', PointSize: 11, SpaceAfter: 8 },
  pullquote: { name: 'Pull quote', PointSize: 18, SpaceBefore: 10, SpaceAfter: 10 },
  'correction-date': { name: 'Correction date', PointSize: 10, SpaceBefore: 8 },
  correction: { name: 'Correction', PointSize: 12, SpaceAfter: 8 },
  'list-item': { name: 'Bullet list', PointSize: 13, SpaceAfter: 3, ...BULLETS },
  'numbered-item': { name: 'Numbered list', PointSize: 13, SpaceAfter: 3, ...NUMBERS },
  picture: { name: 'Picture', SpaceBefore: 10, SpaceAfter: 4 },
  caption: { name: 'Caption', PointSize: 10 },
  credit: { name: 'Credit', PointSize: 9, SpaceAfter: 10 },
  embed: { name: 'Embed', PointSize: 11 },
  'factbox-title': { name: 'Factbox title', PointSize: 14, FontStyle: 'Bold', SpaceBefore: 10, SpaceAfter: 4 },
  factbox: { name: 'Factbox', PointSize: 12, SpaceAfter: 3 },
  'factbox-item': { name: 'Factbox list', PointSize: 12, SpaceAfter: 3, ...BULLETS },
  related: { name: 'Related', PointSize: 12, SpaceAfter: 3 },
  'table-cell': { name: 'Table', PointSize: 11 },
  'table-header': { name: 'Table header', PointSize: 11, FontStyle: 'Bold' },
  separator: { name: 'Separator', Justification: 'CenterAlign', SpaceBefore: 10, SpaceAfter: 10 },
}

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
  const paragraph = ({ name, ...look }: Look & { readonly name: string }): Xml =>
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
      ...Object.values(STYLES).map(paragraph),
    ]),
  ]
}
