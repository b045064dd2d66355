import { z } from 'zod'
import type { Article } from './article.ts'
import { assetSchema } from './asset.ts'
import type { NewId } from './factories.ts'
import { parseJson } from './json.ts'
import { ArticleError, parseArticle } from './parse.ts'

/** The extension of an article file. */
export const ARTICLE_FILE = '.midad.json'

const pictureSchema = z.object({
  hash: assetSchema.shape.hash,
  name: z.string().max(255),
  /** Base64. */
  bytes: z.base64(),
})
/** A picture inside an article file. */
export type FilePicture = z.infer<typeof pictureSchema>

const fileSchema = z.object({
  format: z.literal('midad-article'),
  version: z.literal(1),
  /** ISO 8601, UTC. */
  savedAt: z.string(),
  article: z.unknown(),
  pictures: z.array(pictureSchema).max(2000),
  /** The text that the store had when the window last saved it. With it, the file can be merged. */
  base: z.unknown().optional(),
})

/**
 * @param savedAt ISO 8601, UTC
 * @param pictures those of the article's pictures whose bytes are available
 * @param base the article as it was last saved in the store, for a merge later
 * @returns the text of a file that `readArticleFile` reads back without loss
 */
export function writeArticleFile(
  article: Article,
  savedAt: string,
  pictures: readonly FilePicture[],
  base?: Article,
): string {
  const file = {
    format: 'midad-article',
    version: 1,
    savedAt,
    article,
    pictures,
    ...(base === undefined ? {} : { base }),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** What an article file holds. `base` is null in a file that cannot be merged. */
export type SavedArticle = { article: Article; pictures: readonly FilePicture[]; base: Article | null }

/**
 * Reads the text of an article file.
 * @param newId makes ids for blocks that have none
 * @throws ArticleError `newer-version` for an article of a later Midad, `not-an-article` for anything else
 */
export function readArticleFile(text: string, newId: NewId): SavedArticle {
  const parsed = fileSchema.safeParse(parseJson(text))
  if (!parsed.success) throw new ArticleError('not-an-article', parsed.error.issues[0]?.path.join('.') ?? '')
  const article = parseArticle(parsed.data.article, newId)
  const base = parsed.data.base === undefined ? null : parseArticle(parsed.data.base, newId)
  return { article, pictures: parsed.data.pictures, base: base?.id === article.id ? base : null }
}
