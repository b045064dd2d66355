import { articleSchema, SCHEMA_VERSION, type Article } from './article.ts'
import type { NewId } from './factories.ts'
import { isFields, isShallow } from './json.ts'
import { normaliseDocument } from './normalise.ts'
import { upgradeArticle } from './versions/upgrade.ts'

/** Deeper nesting than any real article has. A document beyond it was made to exhaust the stack. */
const MAX_DEPTH = 100

/** The reason why this version cannot read a JSON value as an article. */
export class ArticleError extends Error {
  readonly code: 'not-an-article' | 'newer-version'

  constructor(code: ArticleError['code'], detail: string) {
    super(`${code}: ${detail}`)
    this.name = 'ArticleError'
    this.code = code
  }
}

/**
 * Reads an article from a JSON value that came from the store, a window or a package. Upgrades earlier formats.
 * @param newId makes ids for blocks that have none
 * @returns a valid article in the current format. A valid article comes back with equal content.
 * @throws ArticleError `newer-version` for the format of a later Midad, `not-an-article` for anything else
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
