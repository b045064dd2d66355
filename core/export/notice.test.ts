import { describe, expect, it } from 'vitest'
import { smallArticle } from '../../tests/support/articles.ts'
import { EDITION } from '../../tests/support/edition.ts'
import { deliveryList } from './package/delivery.ts'
import { FORMATS, type FormatId } from './formats.ts'

const small = smallArticle('a', 'خبر')
const article = { ...small, metadata: { ...small.metadata, embargo: '2026-11-24T15:00:00+03:00' } }
const DRAFT = 'مسودة لم تُعتمد، وليست للنشر.'
const EMBARGO = 'محظورة من النشر حتى 24 تشرين الثاني/نوفمبر 2026 12:00 بتوقيت غرينتش.'

function written(id: FormatId, given: Partial<typeof EDITION>): string {
  const edition = { ...EDITION, ...given }
  const result = FORMATS[id].write({ article, edition, renditions: () => [], images: () => null })
  if (result.kind === 'text') return result.text
  if (result.kind === 'print') return result.html
  return result.parts.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n')
}

describe('what may not be published yet', () => {
  it.each(['html', 'pdf', 'docx', 'icml', 'markdown', 'text', 'rss'] as const)('says so in %s', (id) => {
    // Word and InDesign want numbers in runs of their own, Word with marks around them; a feed has isolate characters.
    const words = (given: Partial<typeof EDITION>): string =>
      written(id, given).replaceAll(/<[^>]*>|[\u200E\u2066\u2069]/gu, '')
    expect(words({ draft: true })).toContain(DRAFT)
    expect(words({ embargoed: true })).toContain(EMBARGO)
    expect(words({ draft: true, embargoed: true })).toContain(`${DRAFT} ${EMBARGO}`)
    expect(words({})).not.toContain(DRAFT)
    expect(words({})).not.toContain(EMBARGO)
  })
  it('says so before all else, and keeps search engines away', () => {
    const html = written('html', { draft: true })
    expect(html).toContain('<meta name="robots" content="noindex">')
    expect(html.indexOf(DRAFT)).toBeLessThan(html.indexOf('<h1'))
    expect(written('html', {})).not.toContain('robots')
    expect(written('text', { embargoed: true }).startsWith(EMBARGO)).toBe(true)
    expect(written('docx', { embargoed: true })).toContain('<cp:contentStatus>withheld</cp:contentStatus>')
    expect(written('docx', {})).not.toContain('contentStatus')
  })
  it('uses the digits of the house', () => {
    const house = { ...EDITION.house, digits: 'arab' as const }
    expect(written('text', { embargoed: true, house })).toContain('٢٤ تشرين الثاني/نوفمبر ٢٠٢٦ ١٢:٠٠')
  })
  it('says so in the list of a delivery', () => {
    const edition = { ...EDITION, embargoed: true }
    const list = JSON.parse(deliveryList([{ article, edition, file: 'a.zip', bytes: 1, sha256: 'ab' }]))
    expect(list.packages[0]).toMatchObject({
      ...{ draft: false, embargo: '2026-11-24T12:00:00.000Z', pubStatus: 'withheld' },
    })
  })
})
