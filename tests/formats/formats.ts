import type { FormatId, Written } from '#core/export/formats.ts'
import { newsmlErrors, ninjsErrors } from '#electron/files/verify-package/schemas.ts'
import { hasNu, nuMessages } from '#tests/support/nu.ts'
import { hasNewsmlSchema, hasNinjsSchema, SCHEMAS } from '#tests/support/schemas.ts'
import { docxErrors } from './judges/docx.ts'
import { icmlErrors } from './judges/icml.ts'
import { jsonLdErrors } from './judges/jsonld.ts'
import { rssErrors } from './judges/rss.ts'
import { wxrErrors } from './judges/wxr.ts'

/** A row of the table of formats. */
export type Row = {
  readonly id: FormatId
  readonly name: string
  /** The checker of this format: `valid` means by a standard's own rules, `passed` by our checks. */
  readonly judge: { readonly name: string; readonly word: 'valid' | 'passed' } | null
  /** @returns what is wrong with a file; null where the checker is not available. */
  readonly check: (written: Written) => Promise<readonly string[] | null>
}

/** @returns the text of a file. @throws Error for a zip. */
function textOf(written: Written): string {
  if (written.kind === 'zip') throw new Error('A zip has no one text')
  return written.kind === 'text' ? written.text : written.html
}

const byNu = async (written: Written): Promise<string[] | null> => (hasNu ? nuMessages([textOf(written)]) : null)

/** Every format, in the order of the table. */
export const ROWS: readonly Row[] = [
  { id: 'html', name: 'HTML', judge: { name: 'Nu HTML Checker', word: 'valid' }, check: byNu },
  {
    ...{ id: 'newsml-g2', name: 'NewsML-G2 2.35', judge: { name: 'IPTC’s XSD (libxml2)', word: 'valid' } },
    check: async (written) => (hasNewsmlSchema ? newsmlErrors(SCHEMAS, Buffer.from(textOf(written))) : null),
  },
  {
    ...{ id: 'ninjs', name: 'ninjs 3.1', judge: { name: 'IPTC’s JSON Schema (Ajv)', word: 'valid' } },
    check: async (written) => (hasNinjsSchema ? ninjsErrors(SCHEMAS, JSON.parse(textOf(written))) : null),
  },
  {
    ...{ id: 'jsonld', name: 'JSON-LD NewsArticle' },
    judge: { name: 'own check: JSON, types, Google’s rules for news articles', word: 'passed' },
    check: async (written) => jsonLdErrors(textOf(written)),
  },
  // Any text is valid Markdown; the round trips check it.
  { id: 'markdown', name: 'Markdown', judge: null, check: async () => [] },
  {
    ...{ id: 'docx', name: 'Word (DOCX)' },
    judge: { name: 'mammoth reads every line and picture; own check: XML, references', word: 'passed' },
    check: async (written) => (written.kind === 'zip' ? docxErrors(written.parts) : ['no zip']),
  },
  {
    ...{ id: 'icml', name: 'InDesign (ICML)', judge: { name: 'own check: XML, references, cells', word: 'passed' } },
    check: async (written) => icmlErrors(textOf(written)),
  },
  {
    ...{ id: 'wxr', name: 'WordPress (WXR 1.2)' },
    judge: { name: 'own check: RSS 2.0, the rules of WordPress’ importer', word: 'passed' },
    check: async (written) => wxrErrors(textOf(written)),
  },
  {
    ...{ id: 'rss', name: 'RSS 2.0', judge: { name: 'own check: the rules of RSS 2.0', word: 'passed' } },
    check: async (written) => rssErrors(textOf(written)),
  },
  { id: 'text', name: 'plain text', judge: null, check: async () => [] },
  // Chromium prints this page.
  { id: 'pdf', name: 'PDF', judge: { name: 'its page: Nu HTML Checker', word: 'valid' }, check: byNu },
]
