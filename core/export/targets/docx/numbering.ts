import { lines, x, xmlDocument, type Xml } from '../../xml.ts'
import { MAX_LIST_DEPTH } from '../../../article/blocks/list.ts'
import { NAMESPACES } from './parts.ts'

const BULLETS = ['•', '◦', '▪'] as const
const LEVELS = Array.from({ length: MAX_LIST_DEPTH + 1 }, (_each, depth) => depth)

function level(depth: number, ordered: boolean): Xml {
  return x(
    'w:lvl',
    { 'w:ilvl': depth },
    x('w:start', { 'w:val': 1 }),
    x('w:numFmt', { 'w:val': ordered ? 'decimal' : 'bullet' }),
    x('w:lvlText', { 'w:val': ordered ? `%${depth + 1}.` : (BULLETS[depth % BULLETS.length] ?? '•') }),
    x('w:lvlJc', { 'w:val': 'start' }),
    x('w:pPr', {}, x('w:ind', { 'w:start': 480 * (depth + 1), 'w:hanging': 360 })),
  )
}

/** @returns the `numId` of a list: it has one for its numbered items and one for the others. */
export function listNumber(list: number, ordered: boolean): number {
  return list * 2 + (ordered ? 1 : 2)
}

function instance(list: number, ordered: boolean): Xml {
  const restarts = ordered
    ? LEVELS.map((depth) => x('w:lvlOverride', { 'w:ilvl': depth }, x('w:startOverride', { 'w:val': 1 })))
    : []
  const template = x('w:abstractNumId', { 'w:val': ordered ? 1 : 0 })
  return x('w:num', { 'w:numId': listNumber(list, ordered) }, template, restarts)
}

/** @returns `word/numbering.xml`: a template each for bullets and numbers, and an instance of both for each list. */
export function numberingPart(lists: number): string {
  return xmlDocument(
    lines('w:numbering', NAMESPACES, [
      ...[false, true].map((ordered, id) =>
        lines('w:abstractNum', { 'w:abstractNumId': id }, [
          x('w:multiLevelType', { 'w:val': 'hybridMultilevel' }),
          ...LEVELS.map((depth) => level(depth, ordered)),
        ]),
      ),
      ...Array.from({ length: lists }, (_each, list) => [instance(list, false), instance(list, true)]).flat(),
    ]),
  )
}
