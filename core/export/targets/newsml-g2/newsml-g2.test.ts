import { DOMParser, type Element } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { EDITION, HOUSE } from '../../../../tests/support/edition.ts'
import { fullArticle } from '../../../../tests/support/full-article.ts'
import { articleNewsml } from './newsml-g2.ts'

const images = (): string => 'images/aaaaaaaaaaaa.jpg'
const item = (edition = EDITION, article = fullArticle()): Element => {
  const root = new DOMParser().parseFromString(articleNewsml(article, { edition, images }), 'text/xml').documentElement
  if (root === null) throw new Error('no item')
  return root
}
const all = (root: Element, name: string): Element[] => Array.from(root.getElementsByTagName(name))

/** The schemes of IPTC's catalogue 41 that Midad uses, by alias. */
const IPTC = new Set(['ninat', 'stat', 'sig', 'irel', 'medtop', 'cpnat', 'hlrole', 'drol'])

describe('the codes of a NewsML-G2 item', () => {
  it('all resolve in its catalogues', () => {
    const root = item({ ...EDITION, house: HOUSE, action: 'correct', version: 2 })
    const own = new Set(all(root, 'scheme').map((scheme) => scheme.getAttribute('alias')))
    const codes = all(root, '*').flatMap((element) =>
      ['qcode', 'rel', 'role', 'type'].flatMap((name) => {
        const code = element.namespaceURI === root.namespaceURI ? element.getAttribute(name) : null
        return code === null || code === '' ? [] : [code]
      }),
    )
    expect(codes).toContain('mgenre:report')
    const aliases = codes.map((code) => code.split(':')[0] ?? '')
    expect(aliases.filter((alias) => !IPTC.has(alias) && !own.has(alias))).toEqual([])
  })
  it('name the genre and the provider, in ASCII, beside their words', () => {
    const root = item({ ...EDITION, house: HOUSE })
    const [genre] = all(root, 'genre')
    const [provider] = all(root, 'provider')
    expect([genre?.getAttribute('qcode'), genre?.textContent]).toEqual(['mgenre:report', 'report'])
    expect([provider?.getAttribute('qcode'), provider?.textContent]).toEqual([
      'mprovider:%D8%B5%D8%AD%D9%8A%D9%81%D8%A9-%D8%A7%D9%84%D9%85%D8%AF%D9%89',
      'صحيفة المدى',
    ])
    expect(all(root, 'scheme').map((scheme) => scheme.getAttribute('uri'))).toEqual([
      'urn:midad:genre:',
      'urn:midad:provider:',
    ])
  })
})

describe('a picture of a NewsML-G2 item', () => {
  it('has its own caption, credit and alternative text', () => {
    const link = all(item(), 'link').find((each) => each.getAttribute('rel') === 'irel:seeAlso')
    expect(Array.from(link?.childNodes ?? [], (node) => [node.nodeName, node.textContent])).toEqual([
      ['itemClass', ''],
      ['title', 'الوزيران في لندن'],
      ['creditline', 'رويترز'],
      ['description', 'وزيران'],
    ])
    expect(all(item(), 'link')[0]?.getElementsByTagName('description')[0]?.getAttribute('roleuri')).toBe(
      'urn:midad:description:alt',
    )
  })
})
