import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import { makeBag } from '#core/export/package/bag.ts'
import { buildPackage } from '#core/export/package/package.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { PACKAGE } from '#tests/support/edition.ts'
import { ASSET, fullArticle } from '#tests/support/full-article.ts'
import { verifyPackage } from './verify-package.ts'
import { writeZip } from '../zip-write.ts'

const article = smallArticle('7f3a2c10-0000-4000-8000-000000000001', 'خبر')
const image = { name: 'original', width: 800, height: 600, bytes: Uint8Array.of(1) } as const

type Payload = Map<string, string>
type Description = Record<string, unknown> & { files: Record<string, unknown> }

const sha256 = (text: string): string => createHash('sha256').update(text, 'latin1').digest('hex')
/** Payloads are bytes; here they are texts of one character a byte. */
const bytesIn = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')

/** A package whose payload was changed by somebody who made everything else of it fit. */
async function forged(
  input: Partial<Parameters<typeof buildPackage>[0]>,
  change: (payload: Payload, description: Description) => void,
): Promise<string[]> {
  const files = buildPackage({ ...PACKAGE, article, version: 2, ...input })
  const top = files[0]?.path.split('/')[0] ?? ''
  const data = files.filter(({ path }) => path.startsWith(`${top}/data/`))
  const payload: Payload = new Map(
    data.map(({ path, bytes }) => [path.slice(`${top}/data/`.length), Buffer.from(bytes).toString('latin1')]),
  )
  const description = JSON.parse(Buffer.from(payload.get('package.json') ?? '', 'latin1').toString()) as Description
  payload.delete('package.json')
  change(payload, description)
  description.files = Object.fromEntries(
    [...payload].map(([path, text]) => [
      path,
      {
        ...{ name: path, mediaType: 'text/plain' },
        ...(description.files[path] as object | undefined),
        ...{ sha256: sha256(text), size: text.length },
      },
    ]),
  )
  payload.set('package.json', bytesIn(JSON.stringify(description)))
  const bag = makeBag(
    [...payload].map(([path, text]) => ({ path, bytes: Buffer.from(text, 'latin1') })),
    String(description['id']),
  )
  const zip = await writeZip(bag.map(({ path, bytes }) => ({ path: `${top}/${path}`, bytes })))
  return (await verifyPackage(zip)).problems.map(({ code, path }) => `${code} ${path}`)
}

const replacing = (path: string, from: string, to: string) => (payload: Payload) => {
  const text = payload.get(path) ?? ''
  if (!text.includes(bytesIn(from))) throw new Error(`${path} does not say ${from}`)
  payload.set(path, text.replace(bytesIn(from), bytesIn(to)))
}

const embargoed: Article = { ...article, metadata: { ...article.metadata, embargo: '2026-11-24T15:00:00+03:00' } }

describe('the agreement of the files of a package', () => {
  it('holds in every package that Midad makes', async () => {
    for (const action of ['publish', 'update', 'correct', 'withdraw', 'kill'] as const) {
      for (const draft of [true, false]) {
        for (const embargo of [true, false]) {
          const input = { action, draft, article: embargo ? embargoed : article, embargoed: embargo }
          expect(await forged(input, () => undefined), JSON.stringify({ action, draft, embargo })).toEqual([])
        }
      }
    }
    expect(await forged({ article: embargoed, embargoed: false }, () => undefined)).toEqual([])
    const images = new Map([[ASSET.hash, [image]]])
    expect(await forged({ article: fullArticle(), images }, () => undefined)).toEqual([])
  })

  it.each([
    ['ninjs', 'data/ninjs.json', '"pubStatus": "withheld"', '"pubStatus": "usable"'],
    ['NewsML-G2', 'data/newsml-g2.xml', 'stat:withheld', 'stat:usable'],
    ['JSON-LD', 'data/jsonld.json', '"Draft"', '"Published"'],
  ])('must not let %s publish what the package withholds', async (_name, path, from, to) => {
    const change = replacing(path.slice('data/'.length), from, to)
    expect(await forged({ draft: true }, change)).toEqual([`status-differs ${path}`])
    expect(await forged({ action: 'withdraw' }, change)).toEqual([`status-differs ${path}`])
    expect(await forged({ article: embargoed, embargoed: true }, change)).toEqual([`status-differs ${path}`])
  })

  it('demands that every file of a killed article says so', async () => {
    expect(await forged({ action: 'kill' }, replacing('ninjs.json', '"canceled"', '"usable"'))).toEqual([
      'status-differs data/ninjs.json',
    ])
    expect(await forged({ action: 'kill' }, replacing('newsml-g2.xml', 'stat:canceled', 'stat:withheld'))).toEqual([
      'status-differs data/newsml-g2.xml',
    ])
    expect(await forged({}, replacing('newsml-g2.xml', 'stat:usable', 'stat:canceled'))).toEqual([
      'status-differs data/newsml-g2.xml',
    ])
    expect(await forged({}, replacing('newsml-g2.xml', '<pubStatus qcode="stat:usable"/>', ''))).toEqual([
      'status-differs data/newsml-g2.xml',
    ])
  })

  it('demands a status that the action allows', async () => {
    const usable = (_payload: Payload, description: Description): void => {
      description['pubStatus'] = 'usable'
    }
    expect(await forged({ draft: true }, usable)).toContain('status-differs data/package.json')
    expect(await forged({ action: 'kill' }, usable)).toContain('status-differs data/package.json')
    expect(
      await forged({}, (_payload, description) => {
        description['supersedes'] = 2
      }),
    ).toEqual(['bad-package-json data/package.json'])
  })

  it('demands one article, one version and one embargo', async () => {
    expect(await forged({}, replacing('newsml-g2.xml', 'version="2"', 'version="3"'))).toEqual([
      'identity-differs data/newsml-g2.xml',
    ])
    expect(await forged({}, replacing('ninjs.json', 'urn:newsml:midad:7', 'urn:newsml:midad:8'))).toContain(
      'identity-differs data/ninjs.json',
    )
    const soon = replacing('ninjs.json', '2026-11-24T12:00:00.000Z', '2026-11-24T11:00:00.000Z')
    expect(await forged({ article: embargoed, embargoed: true }, soon)).toEqual(['status-differs data/ninjs.json'])
    const none = replacing('newsml-g2.xml', '<embargoed>2026-11-24T12:00:00.000Z</embargoed>', '')
    expect(await forged({ article: embargoed, embargoed: true }, none)).toEqual(['status-differs data/newsml-g2.xml'])
  })

  it('refuses content of a withdrawn or killed article', async () => {
    const found = await forged({ action: 'kill' }, (payload) => {
      payload.set('article.json', bytesIn(`${canonicalJson(article)}\n`))
      payload.set('images/abababababab.jpg', 'x')
      const ninjs = payload.get('ninjs.json') ?? ''
      payload.set('ninjs.json', ninjs.replace('{', '{"bodies": [{"value": "x"}],'))
    })
    expect(found).toEqual([
      'unnamed-picture data/images/abababababab.jpg',
      'carries-body data/article.json',
      'carries-body data/ninjs.json',
      'carries-body data/images/abababababab.jpg',
    ])
  })

  it('refuses a picture that no file links to, and one that the article shows and the list lacks', async () => {
    expect(await forged({}, (payload) => payload.set('images/abababababab.jpg', 'x'))).toEqual([
      'unnamed-picture data/images/abababababab.jpg',
    ])
    expect(await forged({ article: fullArticle() }, () => undefined)).toEqual(['broken-link data/article.json'])
  })

  it('ignores comments in NewsML-G2', async () => {
    const hidden = replacing(
      'newsml-g2.xml',
      '<pubStatus qcode="stat:withheld"/>',
      '<!--<pubStatus qcode="stat:withheld"/>--><pubStatus qcode="stat:usable"/>',
    )
    expect(await forged({ draft: true }, hidden)).toEqual(['status-differs data/newsml-g2.xml'])
    const damaged = replacing('newsml-g2.xml', '</newsItem>', '')
    expect(await forged({}, damaged)).toEqual(['bad-newsml data/newsml-g2.xml'])
  })
})
