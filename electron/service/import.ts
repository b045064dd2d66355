import { readArticleFile } from '#core/article/article-file.ts'
import { ArticleError } from '#core/article/parse.ts'
import type { CallOutput, CallParsed } from '#core/contract/contract.ts'
import { MAX_LINES, type importCalls } from '#core/contract/import.ts'
import { ContractError } from '#core/contract/errors.ts'
import { buildArticle } from '#core/import/text/build.ts'
import { recogniseText } from '#core/import/text/recognise.ts'
import { hasArticle } from '#db/tables/articles.ts'
import { addAsset } from '#db/tables/assets.ts'
import { writeAsset } from '#electron/files/asset-files.ts'
import { decodeText } from '#electron/files/decode-text.ts'
import { identifyImage } from '#electron/files/identify-image.ts'
import { addArticle } from './add-article.ts'
import type { Context, Handlers } from './context.ts'
import { requireWritableStore } from './stored.ts'

export const importHandlers: Handlers<typeof importCalls> = {
  'import.recognise': (input) => {
    // Pasted text goes the same way as a file, so that the same limits and refusals hold for it.
    const bytes = 'bytes' in input ? Buffer.from(input.bytes, 'base64') : Buffer.from(input.text, 'utf8')
    const { text, encoding } = decodeText(bytes)
    const recognised = recogniseText(text)
    // No article has so many lines; what would be refused when it is accepted is refused before it is reviewed.
    if (recognised.lines.length > MAX_LINES) throw new ContractError('text-too-large')
    const legacy = 'bytes' in input && !/^utf-?(?:8|16)/iu.test(encoding)
    const warnings = legacy ? ([...recognised.warnings, 'decoded-legacy'] as const) : recognised.warnings
    return { ...recognised, warnings: [...new Set(warnings)], encoding }
  },
  'import.accept': ({ lines, section, actor }, context) => {
    const article = buildArticle(lines, { id: context.newId(), newId: context.newBlockId, section })
    addArticle(article, actor, 'imported', context)
    return { id: article.id }
  },
  'import.article': (input, context) => importFile(input, context),
}

/** @throws ContractError `article-file-invalid`, `store-read-only` and what storing a picture throws. */
function importFile({ text, actor }: CallParsed<'import.article'>, context: Context): CallOutput<'import.article'> {
  const { store, newId, newBlockId, now } = context
  const { article, pictures } = readFile(text, newBlockId)
  requireWritableStore(store)
  for (const { hash, name, bytes: encoded } of pictures) {
    const bytes = Buffer.from(encoded, 'base64')
    const asset = identifyImage(bytes, name)
    // What does not have its own hash is another picture than the article means.
    if (writeAsset(store.folder, bytes) !== hash) throw new ContractError('article-file-invalid')
    addAsset(store.db, asset, now())
  }
  const isCopy = hasArticle(store.db, article.id)
  const added = isCopy ? { ...article, id: newId() } : article
  addArticle(added, actor, 'imported', context)
  return { id: added.id, isCopy }
}

function readFile(text: string, newBlockId: Context['newBlockId']): ReturnType<typeof readArticleFile> {
  try {
    return readArticleFile(text, newBlockId)
  } catch (error) {
    if (error instanceof ArticleError) throw new ContractError('article-file-invalid', {}, { cause: error })
    throw error
  }
}
