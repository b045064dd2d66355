import { z } from 'zod'
import type { Article } from '../article/article.ts'
import type { Edition } from './edition.ts'
import { imageName } from './identity.ts'
import { pictureAssets } from './figures.ts'
import { noticeArticle } from './notice.ts'
import type { PackageFile } from './package/bag.ts'
import { readableJson, scriptJson } from './readable-json.ts'
import type { Renditions } from './renditions.ts'
import type { Review } from './tracked/review.ts'
import { docxParts } from './targets/docx/docx.ts'
import type { ImageUrl } from './targets/html/context.ts'
import { articleHtml } from './targets/html/html.ts'
import { articleIcml } from './targets/icml/icml.ts'
import { articleJsonLd } from './targets/jsonld/jsonld.ts'
import { articleMarkdown } from './targets/markdown/markdown.ts'
import { articleNewsml } from './targets/newsml-g2/newsml-g2.ts'
import { articleNinjs } from './targets/ninjs/ninjs.ts'
import { printProperties, type PrintProperties } from './targets/print/properties.ts'
import { printStyle } from './targets/print/style.ts'
import { articleRss } from './targets/rss/rss.ts'
import { articlePlainText } from './targets/text/text.ts'
import { articleWxr } from './targets/wxr/wxr.ts'

export const formatSchema = z.enum([
  'html',
  'pdf',
  'docx',
  'icml',
  'markdown',
  'text',
  'newsml-g2',
  'ninjs',
  'jsonld',
  'wxr',
  'rss',
])
export type FormatId = z.infer<typeof formatSchema>

/** The formats that a package may hold in addition. The others are always in it. */
export const extraFormatSchema = formatSchema.exclude(['html', 'newsml-g2', 'ninjs', 'jsonld'])
export type ExtraFormat = z.infer<typeof extraFormatSchema>

/** The input of a format. */
export type Source = {
  readonly article: Article
  readonly edition: Edition
  /** The files of the pictures that are exported. */
  readonly renditions: Renditions
  /** The addresses of pictures in the written file. */
  readonly images: ImageUrl
  /** Written with the text by formats that can: Word. Without it, as in every package and sending, the text alone. */
  readonly review?: Review | undefined
}

/** A text, the parts of a zip, or a page that a browser prints. */
export type Written =
  | { kind: 'text'; text: string }
  | { kind: 'zip'; parts: PackageFile[] }
  | { kind: 'print'; html: string; properties: PrintProperties }

export type Format = {
  readonly extension: string
  readonly mediaType: string
  /** Where the pictures are: inside the file, in files next to it, or left out. */
  readonly pictures: 'inside' | 'beside' | 'none'
  /** The greatest width of pictures inside, in pixels. Without it they are inside as they are. */
  readonly widest?: number
  readonly write: (source: Source) => Written
}

const text = (value: string): Written => ({ kind: 'text', text: value })

function jsonLd({ article, edition, renditions }: Source): Written {
  const images: Parameters<typeof articleJsonLd>[1]['images'] = (asset, name) => `images/${imageName(asset, name)}`
  return text(scriptJson(articleJsonLd(article, { edition, renditions, images })))
}

/** Every format that an article can be exported to as a file. */
export const FORMATS: Readonly<Record<FormatId, Format>> = {
  html: {
    ...{ extension: 'html', mediaType: 'text/html', pictures: 'inside' },
    write: ({ article, images, edition }) => text(articleHtml(article, { images, edition })),
  },
  pdf: {
    ...{ extension: 'pdf', mediaType: 'application/pdf', pictures: 'inside' },
    write: ({ article, images, edition }) => ({
      kind: 'print',
      html: articleHtml(article, { images, edition, style: printStyle(article, edition) }),
      properties: printProperties(article, edition),
    }),
  },
  docx: {
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    pictures: 'inside',
    write: (source) => ({ kind: 'zip', parts: docxParts(source.article, source) }),
  },
  icml: {
    ...{ extension: 'icml', mediaType: 'application/x-indesign', pictures: 'beside' },
    write: (source) => text(articleIcml(source.article, source)),
  },
  markdown: {
    ...{ extension: 'md', mediaType: 'text/markdown', pictures: 'beside' },
    write: (source) => text(articleMarkdown(source.article, source)),
  },
  text: {
    ...{ extension: 'txt', mediaType: 'text/plain', pictures: 'none' },
    write: ({ article, edition }) => text(articlePlainText(article, edition)),
  },
  'newsml-g2': {
    ...{ extension: 'g2.xml', mediaType: 'application/vnd.iptc.g2.newsitem+xml', pictures: 'beside' },
    write: (source) => text(articleNewsml(source.article, source)),
  },
  ninjs: {
    ...{ extension: 'ninjs.json', mediaType: 'application/json', pictures: 'beside' },
    write: (source) => text(readableJson(articleNinjs(source.article, source))),
  },
  jsonld: { extension: 'jsonld', mediaType: 'application/ld+json', pictures: 'beside', write: jsonLd },
  wxr: {
    // The importer fetches pictures from web addresses only, so they are inside, in a size that an upload can bear.
    ...{ extension: 'wxr.xml', mediaType: 'application/rss+xml', pictures: 'inside', widest: 1600 },
    write: (source) => text(articleWxr(source.article, source)),
  },
  rss: {
    ...{ extension: 'rss.xml', mediaType: 'application/rss+xml', pictures: 'beside' },
    write: (source) => text(articleRss(source.article, source)),
  },
}

/** @returns the picture files that go next to the exported file: the originals only. */
export function picturesBeside(article: Article, renditions: Renditions): PackageFile[] {
  return [...pictureAssets(article).values()].flatMap((asset) => {
    const [original] = renditions(asset.hash)
    return original === undefined ? [] : [{ path: `images/${imageName(asset)}`, bytes: original.bytes }]
  })
}

/** @returns the relative addresses of the files that `picturesBeside` gives. */
export function addressesBeside(article: Article, renditions: Renditions): ImageUrl {
  const assets = pictureAssets(article)
  return (hash) => {
    const asset = assets.get(hash)
    return asset === undefined || renditions(hash).length === 0 ? null : `images/${imageName(asset)}`
  }
}

/** @returns whether a format can carry proposals and comments. */
export function carriesReview(id: FormatId): boolean {
  return id === 'docx'
}

/**
 * Writes an article in a format. Of a withdrawn or killed one, every format says that it is, and carries nothing else.
 */
export function writeFormat(id: FormatId, source: Source): Written {
  const { action } = source.edition
  const isNotice = action === 'withdraw' || action === 'kill'
  return FORMATS[id].write(isNotice ? { ...source, article: noticeArticle(source.article, action) } : source)
}
