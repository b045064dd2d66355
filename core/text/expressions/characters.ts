const RTL = '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}'

const RTL_LETTER = new RegExp(`^(?=\\p{L})[${RTL}]`, 'u')
const LTR_LETTER = new RegExp(`^(?![${RTL}\u0640])[\\p{L}]`, 'u')
const MARK = /^\p{M}/u
const DIGIT = /^[\p{Nd}\p{No}]/u
const EASTERN_DIGIT = /^[٠-٩۰-۹]/u
const CURRENCY = /^\p{Sc}/u

/** Signs that can stand inside a number, a name or an address. Quotes and Arabic punctuation always end one. */
const INNER_SIGNS = new Set("+-−‐‑‒–—_.,:;/\\@#&'’′″%‰٪٫٬…°=?!~*()[]^×÷±≈≠≤≥№§⁺⁻₊₋⁄™℠®")

/** Word writes a hyphen that does not break as U+2011. */
export const DASHES = new Set('-−‐‑‒–')
export const OPENING = new Set('([')
export const CLOSING = new Set(')]')
export const PERCENT = new Set('%‰٪°')
/** Signs that stand before a number, also with a space between. */
export const PREFIXES = new Set('±~≈≠≤≥<>№§')
/** Comparisons as they are typed on a keyboard, which stand before a number as «≥» does. */
export const COMPARISONS = new Set(['>=', '<=', '=>', '!=', '=='])

export const isRtlLetter = (character: string): boolean => RTL_LETTER.test(character)
export const isLtrLetter = (character: string): boolean => LTR_LETTER.test(character)
export const isDigit = (character: string): boolean => DIGIT.test(character)
/** Arabic-Indic and Persian digits, whose groups are read from right to left. */
export const isEasternDigit = (character: string): boolean => EASTERN_DIGIT.test(character)
export const isCurrency = (character: string): boolean => CURRENCY.test(character)
/** One space, also one that does not break, as between the groups of a number. */
export const isSpace = (character: string): boolean => /^\p{Zs}$/u.test(character)

/** Whether a character can be part of a number, a name or an address in any place. */
export function isInner(character: string): boolean {
  return (
    INNER_SIGNS.has(character) ||
    isDigit(character) ||
    isLtrLetter(character) ||
    isCurrency(character) ||
    // Latin letters may bear accents of their own; harakat stand on Arabic letters, which are no part.
    (MARK.test(character) && !/^[\u0610-\u08FF\u0591-\u05C7]/u.test(character))
  )
}

/** Whether a quote is the sign of inches, after feet: «5'11"». Any other may open or close a quotation. */
export function isInches(text: string, at: number): boolean {
  return text.charAt(at) === '"' && /\p{Nd}['’]\p{Nd}{1,2}$/u.test(text.slice(Math.max(0, at - 4), at))
}
