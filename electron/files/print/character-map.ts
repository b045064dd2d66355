/** From the glyph, in four hexadecimal digits, to what it stands for. */
export type Characters = Map<string, string>

const SECTIONS = /^\d+ beginbf(?<kind>char|range)\n(?<lines>[^a-z]*)endbf\k<kind>\n/gmu

const hexOf = (glyph: number): string => glyph.toString(16).toUpperCase().padStart(4, '0')

/** UTF-16 in hexadecimal digits. */
const textOf = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')
const writtenText = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()

/** Reads a character map (`ToUnicode`) as Chromium writes it. What is said later counts. */
export function readCharacters(map: string): Characters {
  const characters: Characters = new Map()
  for (const { groups } of map.matchAll(SECTIONS)) {
    for (const line of (groups?.['lines'] ?? '').trim().split('\n')) {
      const [first = '', second = '', third = ''] = [...line.matchAll(/<([0-9A-F]+)>/gu)].map(([, hex]) => hex ?? '')
      if (groups?.['kind'] === 'char') characters.set(first, textOf(second))
      else {
        const [from, to, start] = [first, second, third].map((hex) => Number.parseInt(hex, 16))
        for (let glyph = from ?? 0; glyph <= (to ?? -1); glyph += 1)
          characters.set(hexOf(glyph), textOf(hexOf((start ?? 0) + glyph - (from ?? 0))))
      }
    }
  }
  return characters
}

/** A section may have a hundred lines (PDF 32000-1, 9.10.3). */
const LONGEST = 100

/** @returns a character map with these characters in place of its own. */
export function writeCharacters(map: string, characters: Characters): string {
  const lines = [...characters]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([glyph, text]) => `<${glyph}> <${writtenText(text)}>`)
  const sections = Array.from({ length: Math.ceil(lines.length / LONGEST) }, (_each, index) => {
    const own = lines.slice(index * LONGEST, (index + 1) * LONGEST)
    return `${own.length} beginbfchar\n${own.join('\n')}\nendbfchar\n`
  })
  return map.replaceAll(SECTIONS, '').replace('endcmap', () => `${sections.join('')}endcmap`)
}
