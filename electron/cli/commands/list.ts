import { knownBy } from '#core/article/opening.ts'
import type { Translate } from '#core/locale/translate.ts'
import type { Queue } from '#core/review/queues.ts'
import type { State } from '#core/review/states.ts'
import { Failure } from '../failure.ts'
import { allRows } from '../find-article.ts'
import type { Answer } from '../output.ts'
import type { Session } from '../session.ts'

type Row = Awaited<ReturnType<typeof allRows>>[number]

/** The filters of a list, as they are typed. */
export type Filters = {
  state?: State[]
  author?: string
  section?: string
  from?: string
  to?: string
  image?: boolean
  queue?: Queue
}

/** Lists the articles of the store, newest first. @throws Failure for a date that does not exist. */
export async function listCommand(session: Session, filters: Filters): Promise<Answer> {
  return rowsAnswer(await allRows(session, queryOf(filters)), session.t)
}

function queryOf({ state, author, section, from, to, image, queue }: Filters) {
  return {
    ...(state === undefined ? {} : { states: state }),
    ...(author === undefined ? {} : { author }),
    ...(section === undefined ? {} : { section }),
    ...(from === undefined ? {} : { from: startOf(from, '--from', 0) }),
    // The day of `--to` is included.
    ...(to === undefined ? {} : { to: startOf(to, '--to', 1) }),
    ...(image === undefined ? {} : { hasImage: image }),
    ...(queue === undefined ? {} : { queue }),
  }
}

/** @returns when a day, or the day `daysAfter` it, begins in the local time zone, ISO 8601. */
function startOf(typed: string, option: string, daysAfter: number): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(typed) ?? []
  const date = new Date(Number(year), Number(month) - 1, Number(day))
  const isDay = date.getMonth() === Number(month) - 1
  if (!isDay) throw new Failure(2, 'cli.misuse-day', { name: option, value: typed })
  date.setDate(date.getDate() + daysAfter)
  return date.toISOString()
}

/** Lists the articles that contain the words, best first. @throws Failure when no words were given. */
export async function searchCommand(session: Session, words: string, filters: Filters): Promise<Answer> {
  if (words.trim() === '') throw new Failure(2, 'cli.misuse-missing-argument', { name: 'WORDS' })
  return rowsAnswer(await allRows(session, { ...queryOf(filters), search: words }), session.t)
}

function rowsAnswer(rows: Row[], t: Translate): Answer {
  if (rows.length === 0) return { value: [], lines: [t('cli.no-articles')] }
  return { value: rows, lines: rows.map((row) => line(row, t)) }
}

function line(row: Row, t: Translate): string {
  const headline = knownBy(row) || t('common.untitled')
  const words = t('common.words', { count: row.words })
  return [row.id, t(`common.state-${row.state}`), headline, row.author, row.section, words, row.updatedAt].join('\t')
}
