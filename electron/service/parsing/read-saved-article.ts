import { nanoid } from 'nanoid'
import type { Article } from '#core/article/article.ts'
import { readArticleFile } from '#core/article/article-file.ts'
import { ArticleError } from '#core/article/parse.ts'
import { ContractError } from '#core/contract/errors.ts'
import { identifyImage } from '#electron/files/identify-image.ts'
import type { IncomingPicture } from './resolve-pictures.ts'

/**
 * Reads the file of one article that a window saved.
 * @throws ContractError `article-file-invalid`, `image-unsupported`, `image-too-large`.
 */
export function readSavedArticle(text: string): { article: Article; pictures: IncomingPicture[] } {
  const { article, pictures } = readFile(text)
  return {
    article,
    pictures: pictures.map(({ hash, name, bytes: encoded }) => {
      const bytes = Buffer.from(encoded, 'base64')
      const asset = identifyImage(bytes, name)
      // A picture with another hash is not the one that the article refers to.
      if (asset.hash !== hash) throw new ContractError('article-file-invalid')
      return { asset, bytes }
    }),
  }
}

function readFile(text: string): ReturnType<typeof readArticleFile> {
  try {
    return readArticleFile(text, () => nanoid())
  } catch (error) {
    if (error instanceof ArticleError) throw new ContractError('article-file-invalid', {}, { cause: error })
    throw error
  }
}
