import { readArticleFile } from '#core/article/article-file.ts'
import { ArticleError } from '#core/article/parse.ts'
import type { CallOutput, CallParsed } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { hasArticle } from '#db/tables/articles.ts'
import { addAsset } from '#db/tables/assets.ts'
import { writeAsset } from '#electron/files/asset-files.ts'
import { identifyImage } from '#electron/files/identify-image.ts'
import { addArticle } from '../articles/add-article.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'
import type { ImportContext } from './incoming.ts'

/**
 * Answers `import.article`: adds the article of a file that a window saved, under a new id when its own is taken.
 * @throws ContractError `article-file-invalid`, `store-read-only`, and what storing a picture throws.
 */
export function importArticleFile(
  { text, actor }: CallParsed<'import.article'>,
  context: ImportContext,
): CallOutput<'import.article'> {
  const { store, newId, newBlockId, now } = context
  const { article, pictures } = readFile(text, newBlockId)
  requireWritableStore(store)
  for (const { hash, name, bytes: encoded } of pictures) {
    const bytes = Buffer.from(encoded, 'base64')
    const asset = identifyImage(bytes, name)
    // A picture with another hash is not the one that the article refers to.
    if (writeAsset(store.folder, bytes) !== hash) throw new ContractError('article-file-invalid')
    addAsset(store.db, asset, now())
  }
  const isCopy = hasArticle(store.db, article.id)
  const added = isCopy ? { ...article, id: newId() } : article
  addArticle(added, actor, 'imported', context)
  return { id: added.id, isCopy }
}

function readFile(text: string, newBlockId: ImportContext['newBlockId']): ReturnType<typeof readArticleFile> {
  try {
    return readArticleFile(text, newBlockId)
  } catch (error) {
    if (error instanceof ArticleError) throw new ContractError('article-file-invalid', {}, { cause: error })
    throw error
  }
}
