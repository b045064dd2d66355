import { trimOf } from '../../text/trim.ts'
import type { LooseBlock } from './loose.ts'

/** @returns a text as a block of this type; none for a blank text. */
export function lineBlock(type: string, text: string, dir: LooseBlock['dir'] = 'rtl'): LooseBlock[] {
  const words = text
    .split('\n')
    .map((line) => trimOf(line, /[ \t\r\f]/u))
    .join('\n')
    .trim()
  return words === '' ? [] : [{ type, dir, children: [{ text: words }] }]
}
