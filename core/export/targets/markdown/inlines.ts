import type { PhrasingContent } from 'mdast'
import type { Direction } from '../../../article/block.ts'
import type { Inline } from '../../../article/inline.ts'
import { runsOf, type TextRun } from '../../runs.ts'
import { xmlText } from '../../xml.ts'

const html = (value: string): PhrasingContent => ({ type: 'html', value })

/** Markdown's own line break is lost before an element, in a heading and in a table. */
function textNodes(text: string): PhrasingContent[] {
  if (text.startsWith('\n')) return Array.from(text, () => html('<br>'))
  return text === '' ? [] : [{ type: 'text', value: text }]
}

const isBreak = ({ text }: TextRun): boolean => text.startsWith('\n')

/**
 * Line breaks stand between marks and not within: a sign of emphasis beside a break is none to Markdown. At the edges
 * of a block a break is nothing.
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

/** From the outermost to the innermost; each wraps the longest stretch of runs that it is true of. */
const WRAPS: readonly {
  key: (run: TextRun) => string
  wrap: (key: string, content: PhrasingContent[]) => PhrasingContent[]
}[] = [
  {
    key: ({ url }) => url ?? '',
    wrap: (url, children) => [{ type: 'link', url, children: children }],
  },
  // What Midad isolates by rule, whoever shows the text isolates again: only the writer's will is written down.
  {
    key: ({ isolate }) => (isolate === 'written' ? 'ltr' : ''),
    wrap: (dir, content) => [html(`<bdi dir="${dir}">`), ...content, html('</bdi>')],
  },
  { key: ({ bold }) => (bold ? 'strong' : ''), wrap: (_key, children) => [{ type: 'strong', children }] },
  { key: ({ italic }) => (italic ? 'emphasis' : ''), wrap: (_key, children) => [{ type: 'emphasis', children }] },
  { key: ({ underline }) => (underline ? 'u' : ''), wrap: (_key, content) => [html('<u>'), ...content, html('</u>')] },
]

/** Runs that say the same of `key`, one after another. */
function stretches(runs: readonly TextRun[], key: (run: TextRun) => string): { value: string; runs: TextRun[] }[] {
  const found: { value: string; runs: TextRun[] }[] = []
  for (const run of runs) {
    const last = found.at(-1)
    if (last?.value === key(run)) last.runs.push(run)
    else found.push({ value: key(run), runs: [run] })
  }
  return found
}

function nest(runs: readonly TextRun[], level: number): PhrasingContent[] {
  const wrap = WRAPS[level]
  if (wrap === undefined) {
    return stretches(runs, (run) => String(isBreak(run))).flatMap((part) =>
      textNodes(part.runs.map(({ text }) => text).join('')),
    )
  }
  return stretches(runs, wrap.key).flatMap(({ value, runs: inner }) => {
    const content = nest(inner, level + 1)
    return value === '' || content.length === 0 ? content : wrap.wrap(value, content)
  })
}

/** A sign of emphasis beside a space or a sign may be none (CommonMark, 6.2); between letters it always is one. */
const LETTER = /[\p{L}\p{N}\p{M}]/u

function endsInLetters(children: readonly PhrasingContent[]): boolean {
  const [first, last] = [children[0], children.at(-1)]
  if (first?.type !== 'text' || last?.type !== 'text') return false
  return LETTER.test(Array.from(first.value)[0] ?? '') && LETTER.test(Array.from(last.value).at(-1) ?? '')
}

/** Emphasis that signs cannot say, or that touches other emphasis, is written as elements. */
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
      else result.push(html(`<${name}>`), ...children, html(`</${name}>`))
    }
  }
  return result
}

/** @returns the inlines of a block as Markdown's; empty for a block without words. */
export function inlinesToMarkdown(inlines: readonly Inline[], dir: Direction): PhrasingContent[] {
  const runs = withBreaksApart(runsOf(inlines, dir))
  return runs.every(({ text }) => text.trim() === '') ? [] : withSureEmphasis(nest(runs, 0))
}
