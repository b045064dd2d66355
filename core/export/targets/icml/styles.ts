import type { Direction } from '../../../article/block.ts'
import { lines, x, type Xml } from '../../xml.ts'

type Look = Readonly<Record<string, string | number>>

const BULLETS = { BulletsAndNumberingListType: 'BulletList' }
const NUMBERS = { BulletsAndNumberingListType: 'NumberedList', NumberingExpression: '^#.^t' }

/** Every sort of line, by the name that a designer sees; they are meant to be replaced by the house's own of that name. */
const PARAGRAPH_STYLES: Readonly<Record<string, Look>> = {
  Notice: { PointSize: 12, FontStyle: 'Bold', SpaceAfter: 10 },
  Kicker: { PointSize: 12, FontStyle: 'Bold', SpaceAfter: 2 },
  Headline: { PointSize: 30, FontStyle: 'Bold', SpaceAfter: 8 },
  Deck: { PointSize: 16, SpaceAfter: 8 },
  Byline: { PointSize: 11, FontStyle: 'Bold' },
  Dateline: { PointSize: 11, SpaceAfter: 10 },
  Body: { PointSize: 13, SpaceAfter: 6 },
  'Subhead 2': { PointSize: 17, FontStyle: 'Bold', SpaceBefore: 12, SpaceAfter: 4 },
  'Subhead 3': { PointSize: 14, FontStyle: 'Bold', SpaceBefore: 10, SpaceAfter: 4 },
  Quote: { PointSize: 13, SpaceAfter: 3 },
  Attribution: { PointSize: 11, SpaceAfter: 8 },
  'Pull quote': { PointSize: 18, SpaceBefore: 10, SpaceAfter: 10 },
  'Correction date': { PointSize: 10, SpaceBefore: 8 },
  Correction: { PointSize: 12, SpaceAfter: 8 },
  'Bullet list': { PointSize: 13, SpaceAfter: 3, ...BULLETS },
  'Numbered list': { PointSize: 13, SpaceAfter: 3, ...NUMBERS },
  Picture: { SpaceBefore: 10, SpaceAfter: 4 },
  Caption: { PointSize: 10 },
  Credit: { PointSize: 9, SpaceAfter: 10 },
  Embed: { PointSize: 11 },
  'Factbox title': { PointSize: 14, FontStyle: 'Bold', SpaceBefore: 10, SpaceAfter: 4 },
  Factbox: { PointSize: 12, SpaceAfter: 3 },
  'Factbox list': { PointSize: 12, SpaceAfter: 3, ...BULLETS },
  Related: { PointSize: 12, SpaceAfter: 3 },
  Table: { PointSize: 11 },
  'Table header': { PointSize: 11, FontStyle: 'Bold' },
  Separator: { Justification: 'CenterAlign', SpaceBefore: 10, SpaceAfter: 10 },
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
  const paragraph = ([name, look]: readonly [string, Look]): Xml =>
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
      ...Object.entries(PARAGRAPH_STYLES).map(paragraph),
    ]),
  ]
}
