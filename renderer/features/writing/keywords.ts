/** @returns the keywords that a person typed with commas between them, Arabic or Latin; each once. */
export function parseKeywords(typed: string): string[] {
  const words = typed.split(/[،,;؛\n]/u).map((word) => word.trim().slice(0, 500))
  return [...new Set(words.filter((word) => word !== ''))].slice(0, 100)
}

/** @returns keywords as one line that `parseKeywords` reads back. */
export function formatKeywords(keywords: readonly string[]): string {
  return keywords.join('، ')
}

/** @returns an ISO time as an `input type=datetime-local` has it, in this machine's time zone. */
export function toLocalInput(iso: string | null): string {
  if (iso === null) return ''
  const date = new Date(iso)
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}

/** @returns what was chosen in such an input as an ISO time in UTC; null for none. */
export function fromLocalInput(value: string): string | null {
  const time = Date.parse(value)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
