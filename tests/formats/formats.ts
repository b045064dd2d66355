import { DOMParser } from '@xmldom/xmldom'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { FormatId } from '#core/export/formats.ts'
import { newsmlErrors, ninjsErrors } from '#electron/files/schemas.ts'
import { hasNu, nuMessages } from '#tests/support/nu.ts'
import { hasNewsmlSchema, hasNinjsSchema, SCHEMAS } from '#tests/support/schemas.ts'

/** A file of a format, as texts: one, or the parts of a zip. */
export type Texts = readonly { path: string; text: string }[]

/** What a row of the table is made of. A format that can be read back says so with `read`. */
export type Row = {
  readonly id: FormatId
  readonly name: string
  /** Who judges a file of this format. */
  readonly validator: string
  /** @returns what is wrong with a file; null where the judge is not at hand. */
  readonly check: (texts: Texts) => Promise<readonly string[] | null>
}

/** @returns what keeps XML from being well-formed. */
async function xmlErrors(texts: Texts): Promise<string[]> {
  return texts.flatMap(({ path, text }) => {
    const found: string[] = []
    const parser = new DOMParser({ onError: (level, message) => found.push(`${path}: ${level}: ${message}`) })
    parser.parseFromString(text, 'text/xml')
    return found
  })
}

const one = (texts: Texts): string => texts[0]?.text ?? ''

async function jsonErrors(texts: Texts): Promise<string[]> {
  return texts.flatMap(({ text }) => (typeof JSON.parse(text) === 'object' ? [] : ['no object']))
}

async function markdownErrors(texts: Texts): Promise<string[]> {
  return fromMarkdown(one(texts)).children.length > 0 ? [] : ['nothing in it']
}

/** Every format, in the order of the table. */
export const ROWS: readonly Row[] = [
  {
    id: 'html',
    name: 'HTML',
    validator: 'Nu HTML Checker',
    check: async (texts) => (hasNu ? nuMessages([one(texts)]) : null),
  },
  {
    ...{ id: 'newsml-g2', name: 'NewsML-G2 2.35', validator: 'IPTC’s XSD (libxml2)' },
    check: async (texts) => (hasNewsmlSchema ? newsmlErrors(SCHEMAS, Buffer.from(one(texts))) : null),
  },
  {
    ...{ id: 'ninjs', name: 'ninjs 3.1', validator: 'IPTC’s JSON Schema (Ajv)' },
    check: async (texts) => (hasNinjsSchema ? ninjsErrors(SCHEMAS, JSON.parse(one(texts))) : null),
  },
  { id: 'jsonld', name: 'JSON-LD NewsArticle', validator: 'JSON', check: jsonErrors },
  { id: 'markdown', name: 'Markdown', validator: 'CommonMark (mdast)', check: markdownErrors },
  { id: 'docx', name: 'Word (DOCX)', validator: 'XML, every part', check: xmlErrors },
  { id: 'icml', name: 'InDesign (ICML)', validator: 'XML', check: xmlErrors },
  { id: 'wxr', name: 'WordPress (WXR 1.2)', validator: 'XML', check: xmlErrors },
  { id: 'rss', name: 'RSS 2.0', validator: 'XML', check: xmlErrors },
  { id: 'text', name: 'plain text', validator: 'none', check: async () => [] },
  // Chromium prints the page: what is right in it is right in the print.
  {
    id: 'pdf',
    name: 'PDF',
    validator: 'its page: Nu HTML Checker',
    check: async (texts) => (hasNu ? nuMessages([one(texts)]) : null),
  },
]
