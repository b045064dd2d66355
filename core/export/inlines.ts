import type { Inline, Text } from '../article/inline.ts'

/** @returns whether an inline is a run of text, and not an element. */
export function isText(inline: Inline): inline is Text {
  return typeof inline.text === 'string'
}
