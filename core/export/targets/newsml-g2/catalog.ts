import { fileSlug } from '../../package/name.ts'
import { lines, x, type Xml } from '../../xml.ts'
import { newsmlAttribute } from './fields.ts'

const IPTC = 'http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml'

/** The schemes of a house's own words, by the alias that they have in a file. IPTC has codes for neither. */
const OWN = { mgenre: 'urn:midad:genre:', mprovider: 'urn:midad:provider:' } as const

/** @returns the catalogues by which every code of a file resolves: IPTC's, and one for the house's own words. */
export function catalogs(): Xml[] {
  const schemes = Object.entries(OWN).map(([alias, uri]) => x('scheme', { alias, uri }))
  return [x('catalogRef', { href: newsmlAttribute('href', IPTC) }), lines('catalog', {}, schemes)]
}

/** @returns the code of a house's own word. It is ASCII, for it becomes the end of a URI. */
export function ownCode(alias: keyof typeof OWN, word: string): string {
  return `${alias}:${encodeURIComponent(fileSlug(word))}`
}
