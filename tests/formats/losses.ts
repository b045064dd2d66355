import { ALLOWED_LOSSES } from '#tests/scenarios/round-trips/losses.ts'

const START = '<!-- losses: made by `npm run formats` -->'
const END = '<!-- /losses -->'

const NAMES: Readonly<Record<keyof typeof ALLOWED_LOSSES, string>> = {
  package: 'Midad package',
  html: 'HTML',
  markdown: 'Markdown',
  docx: 'Word (DOCX)',
  ninjs: 'ninjs 3.1',
  'newsml-g2': 'NewsML-G2 2.35',
  wxr: 'WordPress (WXR 1.2)',
}

/** @returns the document with its current list of what each format may lose in a round trip. */
export function withLosses(document: string): string {
  const start = document.indexOf(START)
  const end = document.indexOf(END)
  if (start === -1 || end === -1) throw new Error('docs/formats.md has no place for the losses')
  const formats = Object.entries(ALLOWED_LOSSES).map(([format, losses]) => {
    const items = losses.map(({ words }) => `  - ${words}\n`).join('')
    return `- ${NAMES[format as keyof typeof ALLOWED_LOSSES]}${losses.length === 0 ? ': nothing' : ''}\n${items}`
  })
  return `${document.slice(0, start)}${START}\n\n${formats.join('')}\n${document.slice(end)}`
}
