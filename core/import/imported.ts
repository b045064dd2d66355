import { articleSchema, SCHEMA_VERSION, type Article } from '../article/article.ts'
import type { NewId } from '../article/factories.ts'
import { emptyMetadata, metadataSchema, type Metadata } from '../article/metadata.ts'
import { normaliseDocument } from '../article/normalise.ts'
import type { Issue } from './issue.ts'
import { ImportError } from './import-error.ts'
import { metadataWithoutIsolates, withoutIsolateCharacters } from './without-isolates.ts'
import type { ImportLoss, Losses } from './losses.ts'
import type { ImportedProposal, ImportedThread } from './reviewed.ts'

/** Where the picture of a figure is: encoded in the source, or a file next to it. */
export type PictureSource = { kind: 'base64'; data: string } | { kind: 'file'; path: string }

/** An article read from another format. Its pictures are not stored yet. */
export type ImportedArticle = {
  article: Article
  losses: ImportLoss[]
  /** The pictures by the id of their figure. */
  pictures: ReadonlyMap<string, PictureSource>
  /** The hashes of what it grew from, newest first; left out where the file does not say. */
  ancestors?: readonly string[] | undefined
  /** From what it grew itself, where the file holds that. */
  base?: Article | null | undefined
  /** The hash of the revision of our article that the file was written from; null if it does not say. */
  revision: string | null
  /** Who last changed the file, as it says; empty if it does not. */
  modifiedBy: string
  /** What people propose to change in the article; none from formats without tracked changes. */
  proposals: readonly ImportedProposal[]
  threads: readonly ImportedThread[]
} & Issue

/** The id of the new article, and the function that makes ids for its blocks. */
export type Ids = { id: string; newId: NewId }

/** The most blocks that an article can have. */
const MAX_BLOCKS = 20_000

const short = (text: string): string =>
  text
    .replaceAll(/[ \t\r\n\f]+/gu, ' ')
    .trim()
    .toWellFormed()
    .slice(0, 500)

/** The fields whose values are reported if they are cut or refused. */
const FIELDS = [
  ...(['kind', 'slug', 'section', 'keywords', 'mediaTopics', 'urgency', 'embargo'] as const),
  ...(['place', 'sources', 'seoTitle', 'seoDescription', 'language'] as const),
]

/** Reports metadata that was cut or refused, and so is not in the article. */
function reportUnlawful(given: Partial<Metadata>, lawful: Metadata, losses: Losses): void {
  const textsOf = (value: string | number | readonly string[] | null | undefined): string[] =>
    (typeof value === 'object' && value !== null ? value : [String(value ?? '')]).map((each) =>
      each.replaceAll(/\s+/gu, ' ').trim(),
    )
  for (const field of FIELDS) {
    const kept = new Set(textsOf(lawful[field]))
    for (const text of textsOf(given[field])) {
      if (text !== '' && !kept.has(text)) losses.add('fields', `${field}: ${text}`)
    }
  }
}

/** @returns metadata that the schema accepts: too long values are cut, invalid ones are dropped. */
function lawfulMetadata(given: Partial<Metadata>): Metadata {
  const list = (items: readonly string[] | undefined, most: number): string[] =>
    [...new Set((items ?? []).map(short))].filter((item) => item !== '').slice(0, most)
  const empty = emptyMetadata()
  const metadata: Metadata = {
    kind: short(given.kind ?? empty.kind),
    slug: short(given.slug ?? ''),
    section: short(given.section ?? ''),
    keywords: list(given.keywords, 100),
    mediaTopics: list(given.mediaTopics, 50),
    urgency: given.urgency ?? null,
    embargo: given.embargo ?? null,
    place: short(given.place ?? ''),
    sources: list(given.sources, 100),
    seoTitle: short(given.seoTitle ?? ''),
    seoDescription: (given.seoDescription ?? '').trim().toWellFormed().slice(0, 2000),
    language: /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$/u.test(given.language ?? '')
      ? (given.language ?? empty.language)
      : empty.language,
  }
  const { urgency, embargo } = metadataSchema.shape
  return {
    ...metadata,
    urgency: urgency.safeParse(metadata.urgency).success ? metadata.urgency : null,
    embargo: embargo.safeParse(metadata.embargo).success ? metadata.embargo : null,
  }
}

/**
 * Makes a valid article from the blocks that were read.
 * @throws ImportError `too-large` for more blocks than an article can have, `empty` if they have neither words nor
 *   pictures.
 */
export function importedArticle(
  blocks: readonly unknown[],
  given: Partial<Metadata>,
  pictures: ReadonlyMap<string, PictureSource>,
  losses: Losses,
  { id, newId }: Ids,
): ImportedArticle {
  if (blocks.length > MAX_BLOCKS) throw new ImportError('too-large')
  // Again, for an isolate of the article needs a text on either side.
  const document = normaliseDocument(withoutIsolateCharacters(normaliseDocument(blocks, newId)), newId)
  const metadata = metadataWithoutIsolates(given)
  const lawful = lawfulMetadata(metadata)
  reportUnlawful(metadata, lawful, losses)
  const parsed = articleSchema.safeParse({
    ...{ id, schemaVersion: SCHEMA_VERSION, metadata: lawful, document },
  })
  if (!parsed.success) throw new ImportError('damaged')
  const unsaid = { midadId: null, version: null, revision: null, modifiedBy: '', proposals: [], threads: [] }
  return { article: parsed.data, losses: losses.list(), pictures, ...unsaid }
}
