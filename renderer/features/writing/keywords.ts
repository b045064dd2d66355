/** @returns the keywords that a person typed, separated by Arabic or Latin commas, without duplicates. */
export function parseKeywords(typed: string): string[] {
  const words = typed.split(/[،,;؛\n]/u).map((word) => word.trim().slice(0, 500))
  return [...new Set(words.filter((word) => word !== ''))].slice(0, 100)
}

/** @returns the keywords as one line, which `parseKeywords` reads. */
export function formatKeywords(keywords: readonly string[]): string {
  return keywords.join('، ')
}
