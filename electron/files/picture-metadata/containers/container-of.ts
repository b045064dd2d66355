import type { Container } from './container.ts'
import { GIF } from './gif.ts'
import { JPEG } from './jpeg.ts'
import { PNG } from './png.ts'
import { WEBP } from './webp.ts'

/** @returns the format of a file by its first bytes; null for one without metadata that is supported. */
export function containerOf(bytes: Buffer): Container | null {
  const head = bytes.toString('latin1', 0, 12)
  if (head.startsWith('\u00FF\u00D8')) return JPEG
  if (head.startsWith('\u0089PNG')) return PNG
  if (/^RIFF.{4}WEBP/su.test(head)) return WEBP
  return head.startsWith('GIF8') ? GIF : null
}
