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
 * @returns its width in mean letter widths of that font, rounded
 */
export function textWidth(text: string, font: string): number {
  const unit = widths.get(font) ?? widthOf(SAMPLE, font) / SAMPLE.length
  widths.set(font, unit)
  return Math.round(widthOf(text, font) / unit)
}
