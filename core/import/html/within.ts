import type { Direction } from '../../article/block.ts'
import { isSafeUrl } from '../../article/inline.ts'
import type { Losses } from '../losses.ts'
import type { Around, Marks } from './line.ts'
import { glimpseOf, type HtmlElement } from './tree.ts'

const TAG_MARKS: Readonly<Record<string, keyof Marks>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  u: 'underline',
  ins: 'underline',
}

/** Formatting that an article cannot hold. */
const LOST = new Set(['s', 'strike', 'sub', 'sup', 'mark', 'code', 'kbd', 'samp', 'small', 'big'])

const HEAVY = /(?:^|;)\s*font-weight\s*:\s*(bold|bolder|normal|lighter|\d{3})/iu
const SLANTED = /(?:^|;)\s*font-style\s*:\s*(italic|oblique|normal)/iu
const LINED = /(?:^|;)\s*text-decoration(?:-line)?\s*:\s*([a-z -]+)/iu
const DIRECTION = /(?:^|;)\s*direction\s*:\s*(rtl|ltr)/iu
const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/iu

/** @returns the direction that an element states; null for none. */
function directionOf({ attributes }: HtmlElement): Direction | null {
  const said = attributes['dir']?.trim().toLowerCase() ?? DIRECTION.exec(attributes['style'] ?? '')?.[1]?.toLowerCase()
  return said === 'rtl' || said === 'ltr' ? said : null
}

/** @returns whether an element is hidden. */
export function isHidden({ attributes }: HtmlElement): boolean {
  return 'hidden' in attributes || HIDDEN.test(attributes['style'] ?? '')
}

function marksWithin({ name, attributes }: HtmlElement, around: Marks): Marks {
  const marks: Marks = { ...around }
  const mark = TAG_MARKS[name]
  if (mark !== undefined) marks[mark] = true
  // Style wins over the element: Google Docs wraps a whole text in a <b> that is not bold.
  const style = attributes['style'] ?? ''
  const set = (key: keyof Marks, isOn: boolean): void => {
    if (isOn) marks[key] = true
    else delete marks[key]
  }
  const weight = HEAVY.exec(style)?.[1]?.toLowerCase()
  if (weight !== undefined) set('bold', weight.startsWith('bold') || Number(weight) >= 600)
  const slant = SLANTED.exec(style)?.[1]?.toLowerCase()
  if (slant !== undefined) set('italic', slant !== 'normal')
  const line = LINED.exec(style)?.[1]
  if (line !== undefined) set('underline', /underline/iu.test(line))
  return marks
}

/** @returns the state inside an inline element, given the state around it. */
export function withinInline(element: HtmlElement, around: Around, losses: Losses): Around {
  const { name, attributes } = element
  if (LOST.has(name)) losses.add('formatting', glimpseOf(element))
  const marks = marksWithin(element, around.marks)
  const href = name === 'a' ? attributes['href']?.trim() : undefined
  if (href === undefined || href === '') {
    // A left-to-right element in a left-to-right line is no isolate, unless it is a `bdi`.
    // What a rule isolates is found again.
    const isByRule = name === 'bdo' || (name === 'bdi' && directionOf(element) === null)
    const turns =
      name !== 'a' && !isByRule && directionOf(element) === 'ltr' && (name === 'bdi' || around.dir !== 'ltr')
    const rule = isByRule ? element : around.rule
    return { ...around, marks, rule, isolate: around.isolate ?? (turns ? element : null) }
  }
  if (href.length <= 2048 && isSafeUrl(href)) return { ...around, marks, link: { url: href, rule: around.rule } }
  // A link inside the page is no loss.
  if (!href.startsWith('#')) losses.add('unsafe-link', `${glimpseOf(element)} ${href}`)
  return { ...around, marks }
}

/** @returns the state inside a block element, given the state around it. */
export function withinBlock(element: HtmlElement, around: Around): Around {
  const marks = marksWithin(element, around.marks)
  return { ...around, marks, link: null, isolate: null, dir: directionOf(element) ?? around.dir }
}
