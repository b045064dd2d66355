import { z } from 'zod'
import { isDeepJson, isFields, parseJson } from '../article/json.ts'
import { ImportError } from './import-error.ts'
import { isMarkdown } from './markdown/signs.ts'

/** The formats with structure. Plain text is read by other rules, line by line. */
export const importFormatSchema = z.enum([
  'package',
  'article',
  'docx',
  'html',
  'markdown',
  'wxr',
  'ninjs',
  'newsml-g2',
])
export type ImportFormat = z.infer<typeof importFormatSchema>

/** What may stand before the root element of an XML document: its beginning and its end. */
const PROLOGUE: readonly (readonly [begin: RegExp, end: string])[] = [
  [/<\?/uy, '?>'],
  [/<!--/uy, '-->'],
  [/<!doctype\s/iuy, '>'],
]

const SPACE = /\s*/uy

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

/** @returns the name of the root element of a document without its prefix, and its attributes; empty for no element. */
function rootOf(text: string): { name: string; attributes: string } {
  const none = { name: '', attributes: '' }
  let at = 0
  for (;;) {
    if (matchesAt(SPACE, text, at)) at = SPACE.lastIndex
    const before = PROLOGUE.find(([begin]) => matchesAt(begin, text, at))
    if (before === undefined) break
    const [, end] = before
    const found = text.indexOf(end, at)
    if (found === -1) return none
    at = found + end.length
  }
  const end = text.indexOf('>', at)
  const [all = '', name = ''] = /^<(?:[\w.-]+:)?([\w.-]+)/u.exec(text.slice(at, Math.max(end, at))) ?? []
  return { name, attributes: text.slice(at + all.length, Math.max(end, at)) }
}

/** The beginnings that only XML has. */
const XML = /^<\?xml\s|^<!doctype\s+(?!html)/iu

function ofMarkup(text: string): ImportFormat | null {
  const { name, attributes } = rootOf(text.slice(0, 20_000))
  const root = name.toLowerCase()
  if (root === 'rss' && /wordpress\.org\/export\//u.test(attributes)) return 'wxr'
  if (root === 'newsitem' || root === 'newsmessage') return 'newsml-g2'
  if (XML.test(text) && !['html', 'head', 'body', 'article'].includes(root)) throw new ImportError('unsupported')
  // A plain text may begin with `<`; a page has more than one of these elements.
  const isPage = /^<!doctype html/iu.test(text.trimStart()) || ['html', 'head', 'body', 'article'].includes(root)
  return isPage || (text.match(/<\/(?:p|div|h[1-6]|li|td|figure|blockquote|section)>/giu)?.length ?? 0) > 1
    ? 'html'
    : null
}

function ofJson(json: unknown): ImportFormat | null {
  if (!isFields(json)) return null
  if (json['format'] === 'midad-article') return 'article'
  if (Array.isArray(json['document']) && 'schemaVersion' in json) return 'article'
  const isNinjs = ['bodies', 'headlines', 'body_html', 'body_text', 'body_xhtml', 'standard'].some((key) => key in json)
  return 'uri' in json && isNinjs ? 'ninjs' : null
}

/**
 * Recognises the format of a text by its content, and Markdown also by its file name.
 * @returns null for plain text
 * @throws ImportError `unsupported` for XML of another format.
 */
export function formatOfText(text: string, name: string): ImportFormat | null {
  const start = text.replace(/^\uFEFF/u, '').trimStart()
  if (start.startsWith('<')) return ofMarkup(start)
  if (start.startsWith('{')) return ofJson(jsonOf(start))
  return isMarkdown(start, name) ? 'markdown' : null
}

/** @returns the value of a JSON text; undefined for any other text. @throws ImportError `too-large` when it nests too deep. */
export function jsonOf(text: string): unknown {
  if (isDeepJson(text)) throw new ImportError('too-large')
  return parseJson(text)
}
