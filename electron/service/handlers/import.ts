import { buildArticle } from '#core/import/text/build.ts'
import { addArticle } from '../articles/add-article.ts'
import type { Handlers } from '../context.ts'
import { importArticleFile } from '../imports/import-article-file.ts'
import { importArticles } from '../imports/import-articles.ts'
import { keepImport, sidesOfImport } from '../imports/merge-import.ts'
import { recognise } from '../imports/recognise.ts'

export const importHandlers: Handlers<'import'> = {
  'import.recognise': recognise,
  'import.accept': ({ lines, section, actor }, context) => {
    const article = buildArticle(lines, { id: context.newId(), newId: context.newBlockId, section })
    addArticle(article, actor, 'imported', context)
    return { id: article.id }
  },
  'import.article': importArticleFile,
  'import.take': importArticles,
  'import.sides': sidesOfImport,
  'import.keep': keepImport,
}
