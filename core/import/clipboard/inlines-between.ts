import type { Inline, Text } from '../../article/inline.ts'
import { isText } from '../../article/text-nodes.ts'

/** @returns the inlines of a line between two offsets of its text, in UTF-16 units, with their marks and links. */
export function inlinesBetween(inlines: readonly Inline[], start: number, end: number): Inline[] {
  const cut: Inline[] = []
  let at = 0
  const take = (text: Text): Text[] => {
    const from = Math.max(0, start - at)
    const part = text.text.slice(from, Math.max(from, end - at))
    at += text.text.length
    return part === '' ? [] : [{ ...text, text: part }]
  }
  for (const inline of inlines) {
    if (isText(inline)) cut.push(...take(inline))
    else if (inline.type === 'unknown-inline') {
      if (at >= start && at < end) cut.push(inline)
    } else {
      const children = inline.children.flatMap(take)
      if (children.length > 0) cut.push({ ...inline, children })
    }
  }
  return cut.length === 0 ? [{ text: '' }] : cut
}

/** @returns inlines without line breaks, for a line that may not have any: each becomes a space. */
export function onOneLine(inlines: readonly Inline[]): Inline[] {
  const joined = (text: Text): Text => ({ ...text, text: withoutBreaks(text.text) })
  return inlines.map((inline) => {
    if (isText(inline)) return joined(inline)
    return inline.type === 'unknown-inline' ? inline : { ...inline, children: inline.children.map(joined) }
  })
}

/** A regular expression for the space around line breaks would begin anew at every space. */
function withoutBreaks(text: string): string {
  const [first = '', ...others] = text.split('\n')
  const last = others.pop()
  if (last === undefined) return text
  const between = others.map((part) => part.trim()).filter((part) => part !== '')
  return [first.trimEnd(), ...between, last.trimStart()].join(' ')
}
