import type { AnyBlock, Block } from '../../article/block.ts'
import type { NewId } from '../../article/factories.ts'
import { blockText } from '../../article/plain-text.ts'
import { childBlocks, isText, isTextBlock } from '../../article/text-nodes.ts'
import { markdownSigns } from '../../text/markdown-signs.ts'
import { ImportError } from '../import-error.ts'
import { markdownHtml } from '../markdown/render.ts'
import { readFragment } from './fragment.ts'
import { MAX_HTML, MAX_LINE, MAX_NODES, MAX_TEXT } from './limits.ts'
import { readPage, type PastedPage } from './page.ts'

/** What the clipboard holds: our own blocks, HTML and plain text; empty where it has none. */
export type Clipboard = { fragment: string; html: string; text: string }

/** What to paste. `page` is null when only the plain text can be. */
export type Pasted = {
  page: PastedPage | null
  /** Whether the clipboard holds more than the plain text, which is too large to be pasted. */
  isTooLarge: boolean
}

/** @returns whether blocks are more than a window can insert. */
function isTooMuch(blocks: readonly Block[]): boolean {
  const open: AnyBlock[] = [...blocks]
  let [nodes, length] = [0, 0]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    nodes += 1
    if (isTextBlock(next)) {
      const line = blockText(next).length
      if (line > MAX_LINE) return true
      length += line
      for (const inline of next.children) nodes += isText(inline) ? 1 : 1 + inline.children.length
    } else for (const child of childBlocks(next)) open.push(child)
    if (nodes > MAX_NODES || length > MAX_TEXT) return true
  }
  return false
}

/** @returns Markdown as HTML, without the HTML in it; empty for any other text. @throws ImportError `too-large`. */
function htmlOfMarkdown(text: string): string {
  return text.length <= MAX_TEXT && markdownSigns(text) > 0 ? markdownHtml(text, 'text') : ''
}

/** The ways to read a clipboard, the best first. Each returns null where it finds nothing. */
const READERS: readonly ((clipboard: Clipboard, newId: NewId) => PastedPage | null)[] = [
  ({ fragment }, newId) => {
    const blocks = readFragment(fragment, newId)
    return blocks === null ? null : { blocks, headline: null, pictures: new Map(), notes: [], struck: [] }
  },
  ({ html }, newId) => {
    if (html.length > MAX_HTML) throw new ImportError('too-large')
    return html === '' ? null : readPage(html, newId)
  },
  ({ text }, newId) => {
    const html = htmlOfMarkdown(text)
    return html === '' ? null : readPage(html, newId)
  },
]

/**
 * Reads a clipboard. Any program can write there, so nothing is believed. Blocks are read from Midad's own type if they
 * pass the article's schema, else from HTML, else from Markdown.
 */
export function readClipboard(clipboard: Clipboard, newId: NewId): Pasted {
  let isTooLarge = false
  for (const read of READERS) {
    try {
      const page = read(clipboard, newId)
      if (page !== null && isTooMuch(page.blocks)) throw new ImportError('too-large')
      // A page that is struck out as a whole is no plain text to paste: that would bring its words in as live ones.
      if (page !== null && (page.blocks.length > 0 || page.struck.length > 0)) return { page, isTooLarge: false }
    } catch (error) {
      if (!(error instanceof ImportError)) throw error
      isTooLarge = true
    }
  }
  return { page: null, isTooLarge }
}
