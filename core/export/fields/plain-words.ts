import type { Direction } from '../../article/block.ts'
import type { Inline } from '../../article/inline.ts'
import { isText } from '../../article/text-nodes.ts'
import { isolatedByCharacters } from '../../text/isolate-characters.ts'
import { isolateOf, runsOf, stretchesOf } from '../text-runs.ts'
import type { Words } from '../walk/words.ts'

/** @returns a text without formatting, such as an alternative text, as a line of this direction. */
export function lineOf(text: string, dir: Direction): Words {
  return { dir, children: [{ text }] }
}

/** @returns lines as one, with a separator between those that have words. */
export function joinedWords(lines: readonly Words[], separator: string): Words {
  const [first, ...others] = lines.filter((line) => bareWords(line).trim() !== '')
  if (first === undefined) return { dir: 'rtl', children: [] }
  return {
    dir: first.dir,
    children: [...first.children, ...others.flatMap(({ children }) => [{ text: separator }, ...children])],
  }
}

const textOf = (inline: Inline): string =>
  isText(inline) ? inline.text : inline.children.map(({ text }) => text).join('')

/** @returns the text of a line, without formatting and isolates. */
export function bareWords({ children }: Words): string {
  return children.map(textOf).join('')
}

/**
 * Writes a line for a field without markup. What a mark or a link divides is isolated as a whole.
 * @returns its text, with isolate characters around what a right-to-left line would reverse
 */
export function plainWords({ children, dir }: Words): string {
  return stretchesOf(runsOf(children, dir), isolateOf)
    .map(({ runs }) => {
      const [text, isolate] = [runs.map((run) => run.text).join(''), runs[0]?.isolate ?? null]
      if (isolate === null || (isolate === 'written' && dir === 'ltr')) return text
      return isolatedByCharacters(text, isolate !== 'written' && isolate.isOverride)
    })
    .join('')
    .trim()
}
