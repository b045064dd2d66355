/** News text with typical letter frequencies. Its mean letter width is the unit. */
const SAMPLE = 'قال رئيس الوزراء إن بلاده تعمل على تعزيز استقرار المنطقة ودعم التعاون بين الدول العربية في مختلف المجالات'

const SIZE = 32
const widths = new Map<string, number>()
let context: CanvasRenderingContext2D | null = null

function widthOf(text: string, font: string): number {
  context ??= document.createElement('canvas').getContext('2d')
  if (context === null) return text.length * SIZE
  context.font = `${SIZE}px ${font}`
  context.direction = 'rtl'
  return context.measureText(text).width
}

/**
 * Measures a text as a site would show it. Counting letters does not do, because joined letters are narrower.
 * @param font a CSS font family
 * @returns its width in mean letter widths of that font
 */
export function exactWidth(text: string, font: string): number {
  const unit = widths.get(font) ?? widthOf(SAMPLE, font) / SAMPLE.length
  widths.set(font, unit)
  return widthOf(text, font) / unit
}

/** @returns the width of a text, as `exactWidth` measures it, in whole letters. */
export function textWidth(text: string, font: string): number {
  return Math.round(exactWidth(text, font))
}

const words = new Map<string, number>()
const MAX_WORDS = 20_000

/** @returns a measure of single words, which a text repeats. */
export function wordMeasure(font: string): (word: string) => number {
  return (word) => {
    const key = `${font}\n${word}`
    const known = words.get(key) ?? exactWidth(word, font)
    if (words.size < MAX_WORDS) words.set(key, known)
    return known
  }
}
