import type { Translate } from '#core/locale/translate.ts'
import { Failure } from '../failure.ts'
import { allRows } from '../find-article.ts'
import type { Answer } from '../output.ts'
import type { Session } from '../session.ts'

type Row = Awaited<ReturnType<typeof allRows>>[number]

/** Every article of the store, newest first. */
export async function listCommand(session: Session): Promise<Answer> {
  return rowsAnswer(await allRows(session), session.t)
}

/** The articles that have the words, best first. @throws Failure when there are no words. */
export async function searchCommand(session: Session, words: string): Promise<Answer> {
  if (words.trim() === '') throw new Failure(2, 'cli.misuse-missing-argument', { name: 'WORDS' })
  return rowsAnswer(await allRows(session, words), session.t)
}

function rowsAnswer(rows: Row[], t: Translate): Answer {
  if (rows.length === 0) return { value: [], lines: [t('cli.no-articles')] }
  return { value: rows, lines: rows.map((row) => line(row, t)) }
}

function line(row: Row, t: Translate): string {
  const headline = row.headline || t('common.untitled')
  const words = t('common.words', { count: row.words })
  return [row.id, t(`common.state-${row.state}`), headline, row.author, row.section, words, row.updatedAt].join('\t')
}
