import { articleSchema, SCHEMA_VERSION, type Article } from './article.ts'
import type { NewId } from './factories.ts'
import { isFields, isShallow } from './json.ts'
import { normaliseDocument } from './normalise.ts'
import { upgradeArticle } from './versions/upgrade.ts'

/** No real article nests so deep: a document that does was made to exhaust the stack. */
const MAX_DEPTH = 100

/** Why a JSON value cannot be read as an article by this version. */
export class ArticleError extends Error {
  readonly code: 'not-an-article' | 'newer-version'

  constructor(code: ArticleError['code'], detail: string) {
    super(`${code}: ${detail}`)
    this.name = 'ArticleError'
    this.code = code
  }
}

/**
 * Reads an article from any JSON value: from the store, a window, or a package. One in an earlier format is upgraded.
 * @param newId makes ids for blocks that have none.
 * @returns a lawful article in the present format; one that was so already is returned with equal content.
 * @throws ArticleError `newer-version` for a format of a later Midad, `not-an-article` for anything else.
 */
export function parseArticle(json: unknown, newId: NewId): Article {
  if (!isFields(json) || !Array.isArray(json['document'])) throw new ArticleError('not-an-article', 'no document')
  const version = json['schemaVersion']
  if (typeof version === 'number' && version > SCHEMA_VERSION) throw new ArticleError('newer-version', String(version))
  if (!isShallow(json, MAX_DEPTH)) throw new ArticleError('not-an-article', 'nested too deep')
  const article = upgradeArticle({ ...json, document: json['document'] }, SCHEMA_VERSION)
  const parsed = articleSchema.safeParse({ ...article, document: normaliseDocument(article.document, newId) })
  if (!parsed.success) throw new ArticleError('not-an-article', parsed.error.issues[0]?.path.join('.') ?? '')
  return parsed.data
}
