import { describe, expect, it } from 'vitest'
import { smallArticle } from '../../../tests/support/articles.ts'
import { figure } from '../../article/factories.ts'
import { fullArticle } from '../../../tests/support/full-article.ts'
import { EDITION, PACKAGE } from '../../../tests/support/edition.ts'
import { articleHash } from '../../article/canonical.ts'
import { articleWxr } from '../targets/wxr/wxr.ts'
import { buildPackage } from './package.ts'

const article = smallArticle('7f3a2c10-0000-4000-8000-000000000001', 'خبر')
const input = { ...PACKAGE, article, version: 2 }
const json = (files: ReturnType<typeof buildPackage>, name: string) =>
  JSON.parse(new TextDecoder().decode(files.find(({ path }) => path.endsWith(`/data/${name}`))?.bytes))

describe('buildPackage', () => {
  it('makes the same bytes of the same article', () => {
    expect(buildPackage(input)).toEqual(buildPackage({ ...input, article: structuredClone(article) }))
  })
  it('says what it is, what it replaces, and what it carries', () => {
    const description = json(buildPackage(input), 'package.json')
    expect(description).toMatchObject({
      format: 'midad-package',
      id: 'urn:newsml:midad:7f3a2c10-0000-4000-8000-000000000001',
      version: 2,
      supersedes: 1,
      action: 'publish',
      draft: false,
      contentHash: articleHash(article),
      headline: 'خبر',
    })
    expect(Object.keys(description.files)).toEqual([
      'article.html',
      'article.json',
      'jsonld.json',
      'newsml-g2.xml',
      'ninjs.json',
    ])
  })
  it('carries no body when it kills or withdraws', () => {
    for (const action of ['kill', 'withdraw'] as const) {
      const files = buildPackage({ ...input, action })
      expect(files.map(({ path }) => path).filter((path) => path.includes('/data/'))).toEqual([
        'خبر-7f3a2c10-v2/data/article.html',
        'خبر-7f3a2c10-v2/data/jsonld.json',
        'خبر-7f3a2c10-v2/data/newsml-g2.xml',
        'خبر-7f3a2c10-v2/data/ninjs.json',
        'خبر-7f3a2c10-v2/data/package.json',
      ])
      for (const { bytes } of files) expect(new TextDecoder().decode(bytes)).not.toContain('نص المقالة')
    }
    const killed = buildPackage({ ...input, action: 'kill', note: 'خبر كاذب' })
    const text = (name: string): string =>
      new TextDecoder().decode(killed.find(({ path }) => path.endsWith(`/data/${name}`))?.bytes)
    expect(json(killed, 'ninjs.json')).toMatchObject({ pubStatus: 'canceled', edNote: 'خبر كاذب', version: '2' })
    expect(json(killed, 'jsonld.json')).toMatchObject({ creativeWorkStatus: 'Canceled', headline: 'خبر' })
    expect(text('newsml-g2.xml')).toContain('<pubStatus qcode="stat:canceled"/>')
    expect(text('newsml-g2.xml')).toContain('<edNote>خبر كاذب</edNote>')
    expect(text('article.html')).toContain('<p>أُلغيت هذه المادة. لا تُنشر، ويُزال ما نُشر منها.</p>')
    expect(text('article.html')).not.toContain('خبر كاذب')
  })
  it.each(['kill', 'withdraw'] as const)('tells of a %s nothing but its name', (action) => {
    const full = fullArticle()
    const jsonLd = json(buildPackage({ ...input, article: full, action }), 'jsonld.json')
    for (const name of [
      ...['alternativeHeadline', 'articleSection', 'author', 'keywords', 'contentLocation', 'dateline'],
      ...['about', 'genre', 'abstract', 'datePublished', 'description', 'image', 'articleBody', 'correction'],
    ])
      expect(jsonLd).not.toHaveProperty(name)
    const wxr = articleWxr(full, { edition: { ...EDITION, action }, images: () => null })
    expect(wxr).not.toContain('<category')
    expect(wxr).not.toContain('<dc:creator')
  })
  it('carries a picture in its sizes, and tells of each', () => {
    const hash = 'ab'.repeat(32)
    const asset = { hash, mediaType: 'image/jpeg', width: 2000, height: 1500, size: 9, name: 'صورة.jpg' } as const
    const picture = figure(() => 'f', { asset, alt: 'وصف', date: '2022-06-21', caption: 'تعليق', credit: 'رويترز' })
    const file = (name: 'original' | '1600' | '800', width: number) => ({
      ...{ name, width, height: width * 0.75, bytes: new Uint8Array(width / 100) },
    })
    const images = new Map([[hash, [file('original', 2000), file('1600', 1600), file('800', 800)]]])
    const files = buildPackage({ ...input, article: { ...article, document: [...article.document, picture] }, images })
    expect(
      files.map(({ path }) => path.slice('خبر-7f3a2c10-v2/'.length)).filter((path) => /images/u.test(path)),
    ).toEqual(['data/images/abababababab-1600.jpg', 'data/images/abababababab-800.jpg', 'data/images/abababababab.jpg'])
    expect(json(files, 'package.json').files['images/abababababab.jpg']).toMatchObject({ source: hash, size: 20 })
    const [association] = json(files, 'ninjs.json').associations
    expect(association.renditions[1]).toEqual({
      name: '1600',
      href: 'cid:abababababab-1600.jpg@images',
      contentType: 'image/jpeg',
      title: 'صورة.jpg',
      ...{ width: 1600, height: 1200, sizeInBytes: 16 },
    })
    expect(association.descriptions).toContainEqual({ role: 'created', contentType: 'text/plain', value: '2022-06-21' })
    const [image] = json(files, 'jsonld.json').image
    expect(image).toMatchObject({ contentUrl: 'images/abababababab.jpg', dateCreated: '2022-06-21' })
    expect(image.thumbnail[1]).toMatchObject({ contentUrl: 'images/abababababab-800.jpg', width: 800 })
    const html = files.find(({ path }) => path.endsWith('article.html'))
    expect(new TextDecoder().decode(html?.bytes)).toContain(
      '<img src="images/abababababab.jpg" srcset="images/abababababab.jpg 2000w, images/abababababab-1600.jpg 1600w, images/abababababab-800.jpg 800w" sizes="(min-width: 38em) 38em, 100vw" alt="وصف"',
    )
  })
  it('shows nothing as publishable before its embargo has ended', () => {
    const held = { ...article, metadata: { ...article.metadata, embargo: '2026-11-24T15:00:00+03:00' } }
    const files = buildPackage({ ...input, article: held, embargoed: true })
    expect(json(files, 'ninjs.json')).toMatchObject({
      pubStatus: 'withheld',
      embargoedUntil: '2026-11-24T12:00:00.000Z',
    })
    expect(json(files, 'jsonld.json')).toMatchObject({
      creativeWorkStatus: 'Draft',
      datePublished: '2026-11-24T12:00:00.000Z',
    })
    expect(json(files, 'package.json')).toMatchObject({
      ...{ action: 'publish', draft: false, embargo: '2026-11-24T12:00:00.000Z', pubStatus: 'withheld' },
    })
    expect(new TextDecoder().decode(files.find(({ path }) => path.endsWith('g2.xml'))?.bytes)).toContain(
      '<embargoed>2026-11-24T12:00:00.000Z</embargoed>\n<pubStatus qcode="stat:withheld"/>',
    )
    const over = buildPackage({ ...input, article: held })
    expect(json(over, 'ninjs.json')).toMatchObject({
      pubStatus: 'usable',
      embargoedUntil: '2026-11-24T12:00:00.000Z',
    })
  })
  it('withholds a draft', () => {
    expect(json(buildPackage({ ...input, draft: true }), 'ninjs.json').pubStatus).toBe('withheld')
    expect(json(buildPackage({ ...input, draft: true }), 'package.json').draft).toBe(true)
  })
})
