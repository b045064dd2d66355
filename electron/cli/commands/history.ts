import type { Translate } from '#core/locale/translate.ts'
import type { State } from '#core/review/states.ts'
import { Failure } from '../failure.ts'
import { findArticle } from '../find-article.ts'
import type { Answer } from '../output.ts'
import { fromHere, type Session } from '../session.ts'

const MIN_HASH = 4

/** Lists the revisions of an article, newest first. */
export async function historyCommand(session: Session, typedId: string): Promise<Answer> {
  const { t } = session
  const id = await findArticle(session, typedId)
  const { points, damaged } = await session.call('history.points', { id })
  const lines = points.map(({ hash, at, by, reason, to }) =>
    [hash.slice(0, 12), at, by, t(`history.reason-${reason}`, reasonParams(to, t))].join('\t'),
  )
  return {
    value: { points, damaged },
    lines: [...lines, ...(damaged === 0 ? [] : [t('history.damaged', { count: damaged })])],
    isNo: damaged > 0,
  }
}

function reasonParams(to: State | null, t: Translate): { state: string } {
  return { state: to === null ? 'none' : t(`common.state-${to}`) }
}

/**
 * Makes an older text the working copy: a revision, or the text in a backup. The text that it replaces is kept.
 * @throws Failure when neither or both were given, or when the hash matches no revision or more than one.
 */
export async function restoreArticleCommand(
  session: Session,
  typedId: string,
  { point, from }: { point?: string; from?: string },
): Promise<Answer> {
  const { t } = session
  if ((point === undefined) === (from === undefined)) throw new Failure(2, 'cli.point-or-from')
  const id = await findArticle(session, typedId)
  const restored =
    from === undefined
      ? await session.call('history.restore', { id, hash: await findPoint(session, id, point ?? '') })
      : await session.call('store.restoreArticle', { id, path: fromHere(from) })
  return { value: { id, ...restored }, lines: [t('cli.restored', { id })] }
}

async function findPoint(session: Session, id: string, typed: string): Promise<string> {
  const begin = typed.toLowerCase()
  if (begin.length < MIN_HASH) throw new Failure(2, 'cli.point-unknown', { hash: typed })
  const { points } = await session.call('history.points', { id })
  const [found, another] = points.filter(({ hash }) => hash.startsWith(begin))
  if (found === undefined || another !== undefined) throw new Failure(1, 'cli.point-unknown', { hash: typed })
  return found.hash
}
