import { describe, expect, it } from 'vitest'
import { smallArticle } from '../../tests/support/articles.ts'
import { EDITION } from '../../tests/support/edition.ts'
import { FORMATS, formatSchema, writeFormat, type FormatId } from './formats.ts'

const article = smallArticle('a', 'عنوان الخبر', 'نص لا يجوز أن يخرج')

function written(id: FormatId, action: 'kill' | 'withdraw'): string {
  const edition = { ...EDITION, action, version: 2 }
  const file = writeFormat(id, { article, edition, renditions: () => [], images: () => null })
  if (file.kind === 'text') return file.text
  if (file.kind === 'print') return file.html
  return file.parts.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n')
}

/** The formats that tell a machine, in words of its own. */
const IN_CODES: Readonly<Partial<Record<FormatId, Record<'kill' | 'withdraw', string>>>> = {
  'newsml-g2': { kill: 'stat:canceled', withdraw: 'stat:withheld' },
  ninjs: { kill: '"pubStatus": "canceled"', withdraw: '"pubStatus": "withheld"' },
  jsonld: { kill: '"creativeWorkStatus": "Canceled"', withdraw: '"creativeWorkStatus": "Draft"' },
  wxr: { kill: '<wp:status>trash</wp:status>', withdraw: '<wp:status>draft</wp:status>' },
}
const WORDS = {
  kill: 'أُلغيت هذه المادة. لا تُنشر، ويُزال ما نُشر منها.',
  withdraw: 'سُحبت هذه المادة. لا تُنشر حتى إشعار آخر.',
}

describe.each(formatSchema.options)('a killed or withdrawn article in %s', (id) => {
  it.each(['kill', 'withdraw'] as const)('says so, and carries none of its text: %s', (action) => {
    const file = written(id, action)
    expect(file).toContain(IN_CODES[id]?.[action] ?? WORDS[action])
    expect(file).not.toContain('نص لا يجوز')
  })
  it('is written in full otherwise', () => {
    const source = { article, edition: EDITION, renditions: () => [], images: () => null }
    expect(writeFormat(id, source)).toEqual(FORMATS[id].write(source))
  })
})
