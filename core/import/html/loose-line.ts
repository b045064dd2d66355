import type { LooseBlock } from './loose.ts'

/** @returns a line of text as a block of one type; none for a text without words. */
export function lineBlock(type: string, text: string, dir: LooseBlock['dir'] = 'rtl'): LooseBlock[] {
  const words = text.replaceAll(/[ \t\r\f]*\n[ \t\r\f]*/gu, '\n').trim()
  return words === '' ? [] : [{ type, dir, children: [{ text: words }] }]
}
