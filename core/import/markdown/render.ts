import Parser, { type MarkdownIt } from 'markdown-it'
import { ImportError } from '../import-error.ts'

/** The longest text that is read, in UTF-16 units. The parser's time is linear in it. */
const MAX_MARKDOWN = 4_000_000
/** The deepest nesting of quotes and lists. The parser would leave out what lies deeper. */
const MAX_NESTING = 200

function createParser(): MarkdownIt {
  const parser = new Parser('commonmark', { maxNesting: MAX_NESTING })
  // Whoever reads the HTML refuses addresses, and reports them; and hosts stay in their own script.
  parser.validateLink = () => true
  parser.normalizeLink = (url) => parser.utils.lib.mdurl.encode(url)
  return parser
}

const WITH_HTML = createParser().enable('table')
const WITHOUT_HTML = createParser()
for (const rule of ['html_block', 'html_inline']) WITHOUT_HTML.renderer.rules[rule] = () => ''

/**
 * Renders Markdown as HTML. The HTML is not safe: callers must sanitise it like any page from outside.
 * @param source `file`: with GitHub's tables, and with the HTML in it; `text`: CommonMark without the HTML in it
 * @throws ImportError `too-large` for a text that is too long or nests too deep.
 */
export function markdownHtml(text: string, source: 'file' | 'text'): string {
  if (text.length > MAX_MARKDOWN) throw new ImportError('too-large')
  const parser = source === 'file' ? WITH_HTML : WITHOUT_HTML
  const tokens = parser.parse(text, {})
  if (tokens.some(({ level }) => level >= MAX_NESTING - 1)) throw new ImportError('too-large')
  return parser.renderer.render(tokens, parser.options, {}).trimEnd()
}
