import { createHash } from 'node:crypto'
import { nanoid } from 'nanoid'
import { articleText, headText } from '#core/article/plain-text.ts'
import { countWords } from '#core/article/words.ts'
import type { FoundArticle } from '#core/contract/import.ts'
import type { ImportFormat } from '#core/import/format.ts'
import { previewOf } from '#core/import/summary.ts'
import { decodeBase64 } from './base64.ts'
import { readFile } from './read-file.ts'
import type { Lines } from './read-result.ts'
import { countPictures, resolvePictures, type ResolvedArticle } from './resolve-pictures.ts'

/** An article of a file, with its pictures found, and whether the file holds everything of it. */
export type Incoming = ResolvedArticle & { isWhole: boolean }

/** @param storeFolder where the store's pictures are. Nothing is written. */
type SourceFile = { name: string; base64: string; storeFolder: string }

type IncomingArticles = { kind: 'articles'; format: ImportFormat; incoming: Incoming[]; sha256: string }

/**
 * Reads a file by its content, and finds the pictures of its articles. New articles and blocks get ids by chance: those
 * of the service cannot be asked for in a worker.
 * @throws ContractError as `readFile`.
 */
export async function readIncoming({ name, base64, storeFolder }: SourceFile): Promise<Lines | IncomingArticles> {
  const bytes = decodeBase64(base64)
  const read = await readFile(bytes, name, () => ({ id: nanoid(), newId: () => nanoid() }))
  if (read.kind === 'lines') return read
  const { format, articles, files, isWhole } = read
  const incoming = articles.map((imported): Incoming => ({ ...resolvePictures(imported, files, storeFolder), isWhole }))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { kind: 'articles', format, incoming, sha256 }
}

/** What a person is shown of an article before it comes in, and what tells whether the store has it. */
export type Recognised = Omit<FoundArticle, 'known' | 'review' | 'similar'> & {
  article: Omit<Incoming, 'incoming' | 'losses' | 'version'>
}

/** Reads a file as `readIncoming`, for a person to look at. @throws ContractError as `readFile`. */
export async function recogniseIncoming(
  source: SourceFile,
): Promise<Lines | { kind: 'articles'; format: ImportFormat; found: Recognised[] }> {
  const read = await readIncoming(source)
  if (read.kind === 'lines') return read
  return { kind: 'articles', format: read.format, found: read.incoming.map(recognised) }
}

function recognised({ incoming: _pictures, losses, version: _version, ...rest }: Incoming, index: number): Recognised {
  const { article } = rest
  const text = (type: 'headline' | 'deck' | 'byline'): string => headText(article, type).trim()
  return {
    index,
    ...{ headline: text('headline'), deck: text('deck'), byline: text('byline') },
    section: article.metadata.section,
    words: countWords(articleText(article)),
    pictures: countPictures(article),
    preview: previewOf(article),
    losses,
    article: rest,
  }
}
