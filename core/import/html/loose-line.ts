import type { LooseBlock } from './loose.ts'

/** @returns a text as a block of this type; none for a blank text. */
export function lineBlock(type: string, text: string, dir: LooseBlock['dir'] = 'rtl'): LooseBlock[] {
  const words = text.replaceAll(/[ \t\r\f]*\n[ \t\r\f]*/gu, '\n').trim()
  return words === '' ? [] : [{ type, dir, children: [{ text: words }] }]
}
