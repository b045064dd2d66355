/** @returns whether a character is an Arabic-Indic digit (٠-٩). */
export function isArabicDigit(character: string): boolean {
  return /^[٠-٩]$/u.test(character)
}

/** @returns the text with 0-9 written as ٠-٩. */
export function toArabicDigits(text: string): string {
  return text.replace(/[0-9]/gu, (digit) => String.fromCodePoint(0x0660 + Number(digit)))
}

/** @returns the text with ٠-٩ and the Persian ۰-۹ written as 0-9. */
export function toLatinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
}
