import { knownBy } from '#core/article/opening.ts'
import type { BinRow } from '#core/contract/bin.ts'
import type { Translate } from '#core/locale/translate.ts'
import { Failure } from '../failure.ts'
import { findArticle, onlyRow } from '../find-article.ts'
import type { Answer } from '../output.ts'
import type { Session } from '../session.ts'

const line = (row: BinRow, t: Translate): string =>
  [row.id, knownBy(row) || t('common.untitled'), row.author, row.deletedAt].join('\t')

/** Lists the bin, the last deleted article first. */
export async function binListCommand(session: Session): Promise<Answer> {
  const { rows } = await session.call('bin.list', {})
  return {
    value: rows,
    lines: rows.length === 0 ? [session.t('bin.empty-title')] : rows.map((row) => line(row, session.t)),
  }
}

/** Moves an article into the bin. */
export async function binPutCommand(session: Session, typedId: string): Promise<Answer> {
  const id = await findArticle(session, typedId)
  await session.call('bin.put', { id })
  return { value: { id }, lines: [session.t('cli.binned', { id })] }
}

/** Takes an article out of the bin. */
export async function binTakeOutCommand(session: Session, typedId: string): Promise<Answer> {
  const { rows } = await session.call('bin.list', {})
  const { id } = onlyRow(rows, typedId)
  await session.call('bin.takeOut', { id })
  return { value: { id }, lines: [session.t('cli.taken-out', { id })] }
}

/**
 * Deletes for good all articles in the bin, or the given ones.
 * @throws Failure that lists what would be deleted, unless `yes` is set.
 */
export async function binEmptyCommand(
  session: Session,
  typed: readonly string[],
  { yes }: { yes: boolean },
): Promise<Answer> {
  const { t } = session
  const { rows } = await session.call('bin.list', {})
  const chosen = typed.length === 0 ? rows : typed.map((id) => onlyRow(rows, id))
  if (!yes && chosen.length > 0) {
    const names = chosen.map((row) => knownBy(row) || t('common.untitled')).join('، ')
    throw new Failure(1, 'cli.bin-sure', { count: chosen.length, names })
  }
  const { removed } = await session.call('bin.empty', { ids: chosen.map(({ id }) => id) })
  return { value: { removed }, lines: [t('cli.emptied', { count: removed })] }
}
