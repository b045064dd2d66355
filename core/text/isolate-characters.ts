import { partsOf } from './isolates.ts'

const LEFT_TO_RIGHT_ISOLATE = '\u2066'
const LEFT_TO_RIGHT_OVERRIDE = '\u202D'
const POP_OVERRIDE = '\u202C'
const POP_ISOLATE = '\u2069'

/**
 * @param isOverride whether its characters take the direction of the isolate too
 * @returns a text between the isolate characters of Unicode, for fields and formats without markup
 */
export function isolatedByCharacters(text: string, isOverride: boolean): string {
  const inner = isOverride ? `${LEFT_TO_RIGHT_OVERRIDE}${text}${POP_OVERRIDE}` : text
  return `${LEFT_TO_RIGHT_ISOLATE}${inner}${POP_ISOLATE}`
}

/**
 * Protects the order of numbers and names in a field that has no markup, such as the title of a post.
 * @param dir the direction of the line in which the field is shown
 * @returns the text with isolate characters (U+2066 and U+2069) around each part that the line would reorder; a telephone
 *   in Arabic-Indic digits has an override (U+202D and U+202C) inside
 */
export function withIsolateCharacters(text: string, dir: 'rtl' | 'ltr'): string {
  return partsOf(text, dir)
    .map((part) => (part.isIsolate ? isolatedByCharacters(part.text, part.isOverride) : part.text))
    .join('')
}
