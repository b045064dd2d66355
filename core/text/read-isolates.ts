import { partsOf } from './isolates.ts'

/** A pair of isolate characters with no other inside, as Midad writes them. */
const PAIR = /\u2066([^\u2066-\u2069]*)\u2069/gu

/** @returns where the isolates of a text without isolate characters begin and end, as `start-end`. */
function placesOf(text: string): Set<string> {
  const places = new Set<string>()
  let at = 0
  for (const part of partsOf(text, 'rtl')) {
    if (part.isIsolate) places.add(`${at}-${at + part.text.length}`)
    at += part.text.length
  }
  return places
}

/** A mark may have divided the line: the rule then saw no more than a part of it. */
function isWhollyIsolated(text: string): boolean {
  const [first, ...others] = partsOf(text, 'rtl')
  return first?.isIsolate === true && others.length === 0
}

/**
 * Finds the isolate characters that `withIsolateCharacters` wrote. A pair around anything else is the writer's own.
 * @returns their offsets, in order
 */
export function ruleIsolates(text: string): number[] {
  const pairs = [...text.matchAll(PAIR)]
  if (pairs.length === 0) return []
  const places = placesOf(text.replaceAll(PAIR, '$1'))
  return pairs.flatMap((pair, index) => {
    // Two characters of each pair before this one are not in the plain text.
    const start = pair.index - index * 2
    const length = pair[1]?.length ?? 0
    const isByRule = places.has(`${start}-${start + length}`) || isWhollyIsolated(pair[1] ?? '')
    return isByRule ? [pair.index, pair.index + length + 1] : []
  })
}

/** @returns a text without the isolate characters that `withIsolateCharacters` wrote. */
export function withoutRuleIsolates(text: string): string {
  const written = new Set(ruleIsolates(text))
  return written.size === 0
    ? text
    : text.replaceAll(/[\u2066\u2069]/gu, (sign, at: number) => (written.has(at) ? '' : sign))
}

/** @returns a text without any isolate characters, to compare its words with others. */
export function withoutIsolates(text: string): string {
  return text.replaceAll(/[\u2066-\u2069]/gu, '')
}
