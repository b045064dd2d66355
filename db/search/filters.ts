import type { z } from 'zod'
import type { listQuerySchema } from '#core/contract/articles.ts'
import { DUE_STATES } from '#core/review/assignment.ts'
import { nameKey } from '#core/review/mentions.ts'
import type { ReadDb, SqlParams } from '../handles.ts'
import { getSettings } from '../tables/settings.ts'
import { spellingsOf } from './sections.ts'

export type ListQuery = z.output<typeof listQuerySchema>

/** The author of an article. SQLite uses the indexes of it only if this expression is written exactly as in them. */
export const AUTHOR = "CASE byline WHEN '' THEN creator ELSE byline END"

/** The filters other than words and states, in SQL. */
export type Narrowed = { where: string; params: SqlParams }

const EMBARGOES: Readonly<Record<Exclude<ListQuery['embargo'], ''>, string>> = {
  running: 'embargo > :now',
  over: 'embargo <= :now',
  none: 'embargo IS NULL',
}

/** Each in an index of its own: few articles are assigned. */
const ASSIGNED = `number IN (SELECT number FROM articles INDEXED BY articles_by_assignee
  WHERE deleted_at IS NULL AND assignee = :assignee)`
const DUE = 'number IN (SELECT number FROM articles INDEXED BY articles_by_deadline WHERE deleted_at IS NULL AND'

/** @returns the filters of a query, other than those of words, states and the queue. */
export function filters(db: ReadDb, query: ListQuery, now: string): Narrowed {
  const { author, section, from, to, hasImage, kind, urgency, embargo, needsMe, assignee, dueFrom, dueTo } = query
  const parts = ['deleted_at IS NULL']
  const params: Record<string, string | number> = {}
  const add = (name: string, value: string, sql: string): void => {
    if (value === '') return
    parts.push(sql)
    params[name] = value
  }
  add('author', author, `${AUTHOR} = :author`)
  add('from', from, 'updated_at >= :from')
  add('to', to, 'updated_at < :to')
  add('kind', kind, 'kind = :kind')
  add('needsMe', nameKey(needsMe), 'number IN (SELECT number FROM needs WHERE name = :needsMe)')
  add('assignee', assignee, ASSIGNED)
  if (dueFrom !== '' || dueTo !== '') parts.push(`state IN (${DUE_STATES.map((state) => `'${state}'`).join(', ')})`)
  add('dueFrom', dueFrom, `${DUE} deadline >= :dueFrom)`)
  add('dueTo', dueTo, `${DUE} deadline < :dueTo)`)
  if (hasImage !== null) parts.push(`has_image = ${hasImage ? 1 : 0}`)
  if (urgency !== null) parts.push(`urgency = ${urgency}`)
  if (embargo !== '') {
    parts.push(EMBARGOES[embargo])
    if (embargo !== 'none') params['now'] = now
  }
  if (section !== '') {
    const spellings = spellingsOf(db, section, getSettings(db).sections)
    parts.push(`section IN (${spellings.map((_each, place) => `:section${place}`).join(', ')})`)
    for (const [place, spelling] of spellings.entries()) params[`section${place}`] = spelling
  }
  return { where: parts.join(' AND '), params }
}

/** @returns whether only states and days narrow a list down. */
export function isPlain({ author, section, hasImage, kind, urgency, embargo, needsMe, ...query }: ListQuery): boolean {
  const { assignee, dueFrom, dueTo, queue } = query
  const words = [author, section, kind, embargo, needsMe, assignee, dueFrom, dueTo]
  return words.every((value) => value === '') && hasImage === null && urgency === null && queue === 'all'
}
