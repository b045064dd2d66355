import { parseJson } from '#core/article/json.ts'
import { ArticleError, parseArticle } from '#core/article/parse.ts'
import { ContractError } from '#core/contract/errors.ts'
import { carriesBody } from '#core/export/action.ts'
import { packageDescriptionSchema, type PackageDescription } from '#core/export/package/describe.ts'
import type { Article } from '#core/article/article.ts'
import { figures } from '#core/article/text-nodes.ts'
import { issueOf } from '#core/import/issue.ts'
import { ImportError } from '#core/import/import-error.ts'
import type { Ids, PictureSource } from '#core/import/imported.ts'
import { verifyPackage } from '#electron/files/verify-package/verify-package.ts'
import type { FilesBeside, ReadArticles } from './read-result.ts'

const DATA = /^[^/]+\/data\//u

function jsonOf(files: FilesBeside, path: string): unknown {
  return parseJson(Buffer.from(files.get(path) ?? new Uint8Array()).toString('utf8'))
}

/** @returns the source of each figure's picture, by the figure's id. */
function picturesOf(article: Article, description: PackageDescription): Map<string, PictureSource> {
  const paths = new Map(
    Object.entries(description.files).flatMap(([path, { source, sha256 }]) => [
      [sha256, path] as const,
      ...(source === undefined ? [] : [[source, path] as const]),
    ]),
  )
  return new Map(
    figures(article.document).flatMap(({ id, asset }): [string, PictureSource][] => {
      const path = asset === undefined ? undefined : paths.get(asset.hash)
      return path === undefined ? [] : [[id, { kind: 'file', path }]]
    }),
  )
}

/**
 * Reads a package that Midad made. Every file in it must be intact.
 * @param bytes the zip
 * @param unzipped its files
 * @throws ContractError `package-unsound`; ImportError `without-body` for a kill or a withdrawal, `newer-version`,
 *   `damaged`.
 */
export async function readPackage(bytes: Uint8Array, unzipped: FilesBeside, { newId }: Ids): Promise<ReadArticles> {
  const report = await verifyPackage(bytes)
  if (!report.valid) throw new ContractError('package-unsound', { problem: report.problems[0]?.code ?? '' })
  const files = new Map([...unzipped].map(([path, data]) => [path.replace(DATA, ''), data]))
  const description = packageDescriptionSchema.parse(jsonOf(files, 'package.json'))
  if (!carriesBody(description.action)) throw new ImportError('without-body')
  try {
    const article = parseArticle(jsonOf(files, 'article.json'), newId)
    const { midadId, version } = issueOf(description.id, String(description.version))
    if (midadId !== article.id) throw new ContractError('package-unsound', { problem: 'bad-package-json' })
    const { ancestors } = description
    const imported = {
      ...{ article, losses: [], pictures: picturesOf(article, description), midadId, version, ancestors },
      // A package holds nothing of the review.
      ...{ revision: null, modifiedBy: '', proposals: [], threads: [] },
    }
    return { kind: 'articles', format: 'package', articles: [imported], files, isWhole: true }
  } catch (error) {
    if (!(error instanceof ArticleError)) throw error
    throw new ImportError(error.code === 'newer-version' ? 'newer-version' : 'damaged', { cause: error })
  }
}
