import { partsOf } from './isolates.ts'

/** A pair of isolate characters with no other inside, as Midad writes them: a telephone also has an override in it. */
const PAIR = /(\u2066\u202D?)([^\u202A-\u202E\u2066-\u2069]*)(\u202C?\u2069)/gu

/** The characters of `withIsolateCharacters`, and the other isolates. */
const SIGNS = /[\u202C\u202D\u2066-\u2069]/gu

const DIRECTIONS = ['rtl', 'ltr'] as const

/** @returns where the isolates of a text without isolate characters begin and end, in either direction, as `start-end`. */
function placesOf(text: string): Set<string> {
  const places = new Set<string>()
  for (const dir of DIRECTIONS) {
    let at = 0
    for (const part of partsOf(text, dir)) {
      if (part.isIsolate) places.add(`${at}-${at + part.text.length}`)
      at += part.text.length
    }
  }
  return places
}

/** A mark may have divided the line: the rule then saw no more than a part of it. */
function isWhollyIsolated(text: string): boolean {
  return placesOf(text).has(`0-${text.length}`)
}

/**
 * Finds the isolate characters that `withIsolateCharacters` wrote. A pair around anything else is the writer's own.
 * @returns their offsets, in order
 */
export function ruleIsolates(text: string): number[] {
  const pairs = [...text.matchAll(PAIR)]
  if (pairs.length === 0) return []
  const places = placesOf(text.replaceAll(PAIR, '$2'))
  let removed = 0
  return pairs.flatMap(([whole, open = '', words = '', close = ''], index) => {
    const at = pairs[index]?.index ?? 0
    const start = at - removed
    removed += open.length + close.length
    if (!places.has(`${start}-${start + words.length}`) && !isWhollyIsolated(words)) return []
    const offsets = Array.from({ length: whole.length }, (_each, place) => place)
    return offsets
      .filter((place) => place < open.length || place >= whole.length - close.length)
      .map((place) => at + place)
  })
}

/** @returns a text without the isolate characters that `withIsolateCharacters` wrote. */
export function withoutRuleIsolates(text: string): string {
  const written = new Set(ruleIsolates(text))
  return written.size === 0 ? text : text.replaceAll(SIGNS, (sign, at: number) => (written.has(at) ? '' : sign))
}

/** @returns a text without any isolate characters, to compare its words with others. */
export function withoutIsolates(text: string): string {
  return text.replaceAll(SIGNS, '')
}
