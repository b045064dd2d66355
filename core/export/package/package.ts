import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Article } from '../../article/article.ts'
import type { Asset } from '../../article/asset.ts'
import { articleHash, canonicalJson, sha256Hex } from '../../article/canonical.ts'
import { headText } from '../../article/plain-text.ts'
import { carriesBody } from '../action.ts'
import { pubStatus, type Edition } from '../edition.ts'
import { readableJson, scriptJson } from '../readable-json.ts'
import { pictureAssets } from '../figures.ts'
import { embargoOf } from '../notice.ts'
import { articleUrn, imageName } from '../identity.ts'
import { articleHtml } from '../targets/html/html.ts'
import { articleJsonLd } from '../targets/jsonld/jsonld.ts'
import { articleNewsml } from '../targets/newsml-g2/newsml-g2.ts'
import { articleNinjs } from '../targets/ninjs/ninjs.ts'
import type { Rendition } from '../renditions.ts'
import { byPath, makeBag, type PackageFile } from './bag.ts'
import type { PackageDescription, PackagedFile } from './describe.ts'
import { packageName } from './name.ts'
import type { Signer } from './signature.ts'

export type PackageInput = Edition & {
  readonly article: Article
  /** The files of the pictures by hash, the original first. A figure whose picture is missing here is exported without it. */
  readonly images: ReadonlyMap<string, readonly Rendition[]>
  /** The revision in the store that is exported. */
  readonly revision: string
  /** The hashes of what it grew from, newest first. */
  readonly ancestors?: readonly string[]
  /** Who signs it; an unsigned package is as sound, and proves no origin. */
  readonly signer?: Signer | null
  /** Files of other formats, in addition to those that every package has. Of a kill or a withdrawal they hold the notice. */
  readonly extras?: readonly (PackageFile & { readonly mediaType: string })[]
}

type Payload = PackageFile & { name: string; mediaType: string; source?: string }

function json(path: string, mediaType: string, value: unknown): Payload {
  return { path, name: path, mediaType, bytes: utf8ToBytes(readableJson(value)) }
}

function imageFiles(input: PackageInput): Payload[] {
  return [...pictureAssets(input.article).values()].flatMap((asset) => {
    const { hash, name, mediaType } = asset
    return (input.images.get(hash) ?? []).map((rendition) => ({
      path: address(asset, rendition.name),
      ...{ name, mediaType, bytes: rendition.bytes },
      ...(rendition.name === 'original' ? { source: hash } : {}),
    }))
  })
}

function address(asset: Asset, rendition: Rendition['name']): string {
  return `images/${imageName(asset, rendition)}`
}

function ninjsFile({ article, images, ...edition }: PackageInput): Payload {
  const ninjs = articleNinjs(article, { edition, renditions: (hash) => images.get(hash) ?? [] })
  return json('ninjs.json', 'application/json', ninjs)
}

function file(name: string, mediaType: string, text: string): Payload {
  return { path: name, name, mediaType, bytes: utf8ToBytes(text) }
}

function payloadFiles(input: PackageInput): Payload[] {
  const { article } = input
  const assets = pictureAssets(article)
  const renditions = (hash: string): readonly Rendition[] => input.images.get(hash) ?? []
  const addresses = (hash: string): { url: string; width: number }[] => {
    const asset = assets.get(hash)
    if (asset === undefined) return []
    return renditions(hash).map(({ name, width }) => ({ url: address(asset, name), width }))
  }
  const images = (hash: string): string | null => addresses(hash)[0]?.url ?? null
  const smaller = (hash: string): { url: string; width: number }[] => addresses(hash).slice(1)
  const notices = [
    file('article.html', 'text/html', articleHtml(article, { images, smaller, edition: input })),
    file(
      'jsonld.json',
      'application/ld+json',
      scriptJson(articleJsonLd(article, { images: address, renditions, edition: input })),
    ),
    file('newsml-g2.xml', 'application/vnd.iptc.g2.newsitem+xml', articleNewsml(article, { edition: input, images })),
    ninjsFile(input),
  ]
  const extras = (input.extras ?? []).map((extra): Payload => ({ ...extra, name: extra.path }))
  // A withdrawn or killed article sends only the notice of it, in each format: no text and no pictures.
  if (!carriesBody(input.action)) return [...notices, ...extras].toSorted(byPath)
  return [
    ...notices,
    ...extras,
    // Exactly the canonical JSON and one newline: the content hash is of the text without that newline.
    file('article.json', 'application/json', `${canonicalJson(article)}\n`),
    ...imageFiles(input),
  ].toSorted(byPath)
}

function describe(input: PackageInput, payload: readonly Payload[]): PackageDescription {
  const { article, version } = input
  const entries = payload.map(({ path, name, mediaType, bytes, source }): [string, PackagedFile] => [
    path,
    { name, mediaType, sha256: sha256Hex(bytes), size: bytes.length, ...(source === undefined ? {} : { source }) },
  ])
  return {
    format: 'midad-package',
    formatVersion: 1,
    id: articleUrn(article.id),
    version,
    action: input.action,
    supersedes: version > 1 ? version - 1 : null,
    ...(input.ancestors === undefined || input.ancestors.length === 0 ? {} : { ancestors: [...input.ancestors] }),
    contentHash: articleHash(article),
    revision: input.revision,
    draft: input.draft,
    embargo: embargoOf(article, input),
    pubStatus: pubStatus(input),
    headline: headText(article, 'headline').trim(),
    language: article.metadata.language,
    files: Object.fromEntries(entries),
  }
}

/**
 * Makes the whole package in memory: a BagIt bag under the folder `packageName(article, version)`.
 * The same input makes the same bytes on every machine.
 * @returns the files sorted by path, ready to be zipped.
 */
export function buildPackage(input: PackageInput): PackageFile[] {
  const payload = payloadFiles(input)
  const description = json('package.json', 'application/json', describe(input, payload))
  const folder = packageName(input.article, input.version)
  return makeBag([description, ...payload], articleUrn(input.article.id), input.signer).map(({ path, bytes }) => ({
    path: `${folder}/${path}`,
    bytes,
  }))
}
