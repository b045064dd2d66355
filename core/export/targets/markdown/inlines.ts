import type { PhrasingContent } from 'mdast'
import type { Direction } from '../../../article/block.ts'
import type { Inline } from '../../../article/inline.ts'
import { runsOf, stretchesOf, type TextRun } from '../../text-runs.ts'
import { isolatedByCharacters } from '../../../text/isolate-characters.ts'
import { xmlText } from '../../xml.ts'
import { linked } from './context.ts'

const html = (value: string): PhrasingContent => ({ type: 'html', value })

/** Line breaks are `br`: Markdown's own are lost before an element, in a heading and in a table. */
function textNodes(text: string): PhrasingContent[] {
  if (text.startsWith('\n')) return Array.from(text, () => html('<br>'))
  return text === '' ? [] : [{ type: 'text', value: text }]
}

/** Readers of GitHub's Markdown make a link of a bare address up to the next white space. */
const BARE_ADDRESS = /^(?:https?:\/\/|www\.)/iu

/** Markdown has no markup for an isolate by rule: isolate characters stand before its first run and after its last. */
function withIsolateCharacters(runs: readonly TextRun[]): TextRun[] {
  return runs.map((run, index): TextRun => {
    const { isolate, text } = run
    if (isolate === null || isolate === 'written' || BARE_ADDRESS.test(text)) return run
    const [open, close] = isolatedByCharacters('\n', isolate.isOverride).split('\n')
    const before = runs[index - 1]?.isolate === isolate ? '' : open
    const after = runs[index + 1]?.isolate === isolate ? '' : close
    return { ...run, text: `${before}${text}${after}` }
  })
}

const isBreak = ({ text }: TextRun): boolean => text.startsWith('\n')

/**
 * Takes line breaks out of the marks around them, for Markdown does not recognise emphasis next to a break. Breaks at the
 * edges of a block are dropped.
 */
function withBreaksApart(runs: readonly TextRun[]): TextRun[] {
  const parts = runs.flatMap((run) =>
    (xmlText(run.text).match(/\n+|[^\n]+/gu) ?? []).map((text): TextRun =>
      text.startsWith('\n')
        ? { ...run, text, bold: false, italic: false, underline: false, isolate: null }
        : { ...run, text },
    ),
  )
  const first = parts.findIndex((part) => !isBreak(part))
  return first === -1 ? [] : parts.slice(first, parts.findLastIndex((part) => !isBreak(part)) + 1)
}

/** From the outermost to the innermost. Each wraps the longest stretch of runs with the same key. */
const WRAPS: readonly {
  key: (run: TextRun) => string
  wrap: (key: string, content: PhrasingContent[]) => PhrasingContent[]
}[] = [
  {
    key: ({ url }) => url ?? '',
    wrap: (url, children) => [linked(url, children)],
  },
  {
    key: ({ isolate }) => (isolate === 'written' ? 'ltr' : ''),
    wrap: (dir, content) => [html(`<bdi dir="${dir}">`), ...content, html('</bdi>')],
  },
  { key: ({ bold }) => (bold ? 'strong' : ''), wrap: (_key, children) => [{ type: 'strong', children }] },
  { key: ({ italic }) => (italic ? 'emphasis' : ''), wrap: (_key, children) => [{ type: 'emphasis', children }] },
  { key: ({ underline }) => (underline ? 'u' : ''), wrap: (_key, content) => [html('<u>'), ...content, html('</u>')] },
]

function nest(runs: readonly TextRun[], level: number): PhrasingContent[] {
  const wrap = WRAPS[level]
  if (wrap === undefined) {
    return stretchesOf(runs, isBreak).flatMap((part) => textNodes(part.runs.map(({ text }) => text).join('')))
  }
  return stretchesOf(runs, wrap.key).flatMap(({ key: value, runs: inner }) => {
    const content = nest(inner, level + 1)
    return value === '' || content.length === 0 ? content : wrap.wrap(value, content)
  })
}

/** Next to a space or punctuation `*` may not count as emphasis (CommonMark, 6.2); next to a letter it always does. */
const LETTER = /[\p{L}\p{N}\p{M}]/u

function endsInLetters(children: readonly PhrasingContent[]): boolean {
  const [first, last] = [children[0], children.at(-1)]
  if (first?.type !== 'text' || last?.type !== 'text') return false
  return LETTER.test(Array.from(first.value)[0] ?? '') && LETTER.test(Array.from(last.value).at(-1) ?? '')
}

/** Writes emphasis as HTML elements where `*` may fail, or where it touches other emphasis. */
function withSureEmphasis(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = []
  for (const node of nodes) {
    const before = result.at(-1)?.type
    if (node.type === 'link') result.push({ ...node, children: withSureEmphasis(node.children) })
    else if (node.type !== 'strong' && node.type !== 'emphasis') result.push(node)
    else {
      const children = withSureEmphasis(node.children)
      const name = node.type === 'strong' ? 'strong' : 'em'
      if (before !== 'strong' && before !== 'emphasis' && endsInLetters(children)) result.push({ ...node, children })
      else {
        result.push(html(`<${name}>`))
        for (const child of children) result.push(child)
        result.push(html(`</${name}>`))
      }
    }
  }
  return result
}

/** @returns the inlines of a block in Markdown; empty for a block without words. */
export function inlinesToMarkdown(inlines: readonly Inline[], dir: Direction): PhrasingContent[] {
  const runs = withBreaksApart(withIsolateCharacters(runsOf(inlines, dir)))
  return runs.every(({ text }) => text.trim() === '') ? [] : withSureEmphasis(nest(runs, 0))
}
