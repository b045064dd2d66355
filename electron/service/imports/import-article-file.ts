import type { CallOutput, CallGiven } from '#core/contract/contract.ts'
import { hasArticle } from '#db/tables/articles.ts'
import { addAsset } from '#db/tables/assets.ts'
import { writeAsset } from '#electron/files/asset-files.ts'
import { addArticle } from '../articles/add-article.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'
import type { ImportContext } from './incoming.ts'

/**
 * Answers `import.article`: adds the article of a file that a window saved, under a new id when its own is taken.
 * @throws ContractError `article-file-invalid`, `store-read-only`, and what storing a picture throws.
 */
export async function importArticleFile(
  { text, actor }: CallGiven<'import.article'>,
  context: ImportContext,
): Promise<CallOutput<'import.article'>> {
  const { store, newId, now, parse } = context
  const { article, pictures } = await parse('saved article', text)
  requireWritableStore(store)
  for (const { asset, bytes } of pictures) {
    writeAsset(store.folder, bytes)
    addAsset(store.db, asset, now())
  }
  const isCopy = hasArticle(store.db, article.id)
  const added = isCopy ? { ...article, id: newId() } : article
  addArticle(added, actor, 'imported', context)
  return { id: added.id, isCopy }
}
