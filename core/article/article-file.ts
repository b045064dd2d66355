import { z } from 'zod'
import type { Article } from './article.ts'
import { assetSchema } from './asset.ts'
import type { NewId } from './factories.ts'
import { ArticleError, parseArticle } from './parse.ts'

/** How the name of such a file ends. */
export const ARTICLE_FILE = '.midad.json'

const pictureSchema = z.object({
  hash: assetSchema.shape.hash,
  name: z.string().max(255),
  /** Base64. */
  bytes: z.base64(),
})
/** A picture that travels inside the file. */
export type FilePicture = z.infer<typeof pictureSchema>

const fileSchema = z.object({
  format: z.literal('midad-article'),
  version: z.literal(1),
  /** ISO 8601, UTC. */
  savedAt: z.string(),
  article: z.unknown(),
  pictures: z.array(pictureSchema).max(2000),
})

/** @returns one article as a file that Midad reads back without loss, with those pictures that are at hand. */
export function writeArticleFile(article: Article, savedAt: string, pictures: readonly FilePicture[]): string {
  const file = { format: 'midad-article', version: 1, savedAt, article, pictures }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** @throws ArticleError `newer-version` for an article of a later Midad, `not-an-article` for all else. */
export function readArticleFile(text: string, newId: NewId): { article: Article; pictures: readonly FilePicture[] } {
  const parsed = fileSchema.safeParse(parseJson(text))
  if (!parsed.success) throw new ArticleError('not-an-article', parsed.error.issues[0]?.path.join('.') ?? '')
  return { article: parseArticle(parsed.data.article, newId), pictures: parsed.data.pictures }
}

function parseJson(text: string): unknown {
  try {
    // A byte order mark is what some editors put before a text.
    return JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch {
    return null
  }
}
