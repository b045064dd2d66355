import { ARTICLE_FILE } from '#core/article/article-file.ts'
import { readArticleSource, readSource } from '#electron/service/source-file.ts'
import type { Answer } from '../output.ts'
import type { Session } from '../session.ts'
import { fromHere } from '../session.ts'
import { actorOf } from './actor.ts'

/**
 * Makes a draft out of a text file, with the roles that Midad recognises and nobody has corrected; or takes in the file
 * of one article that a window saved elsewhere.
 */
export async function importCommand(session: Session, path: string): Promise<Answer> {
  if (path.toLowerCase().endsWith(ARTICLE_FILE)) {
    const actor = await actorOf(session, undefined)
    const taken = await session.call('import.article', { text: readArticleSource(fromHere(path)), actor })
    return { value: taken, lines: [session.t('cli.imported', { id: taken.id })] }
  }
  const { lines, section, warnings } = await session.call('import.recognise', readSource(fromHere(path)))
  const { id } = await session.call('import.accept', { lines, section, actor: await actorOf(session, undefined) })
  return {
    value: { id, warnings },
    lines: [session.t('cli.imported', { id }), ...warnings.map((warning) => session.t(`cli.warning-${warning}`))],
  }
}
