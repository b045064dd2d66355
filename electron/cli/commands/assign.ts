import { ContractError } from '#core/contract/errors.ts'
import { Failure } from '../failure.ts'
import { findArticle } from '../find-article.ts'
import type { Answer } from '../output.ts'
import type { Session } from '../session.ts'

export type AssignOptions = { to: string; deadline?: string; task: string }

/**
 * Assigns an article; where nothing is given, it takes the assignment away.
 * @throws Failure for a deadline that is no time, ContractError for what the service refuses
 */
export async function assignCommand(session: Session, typedId: string, options: AssignOptions): Promise<Answer> {
  const { to: assignee, deadline: typed, task: instruction } = options
  const deadline = typed === undefined ? null : momentOf(typed)
  const id = await findArticle(session, typedId)
  const { refused } = await session.call('desk.assign', {
    ...{ ids: [id], assignment: { assignee, deadline, instruction } },
  })
  const [refusal] = refused
  if (refusal !== undefined) throw new ContractError(refusal.code, refusal.params)
  const { now } = await session.call('desk.assignments', { id })
  return { value: { id, ...now }, lines: [session.t('cli.assigned', { id })] }
}

/** @returns a time, such as 2026-12-01T15:00, in UTC. Without an offset it is one of the local time zone. */
function momentOf(typed: string): string {
  const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u.test(typed) && !Number.isNaN(Date.parse(typed))
  if (!isMoment) throw new Failure(2, 'cli.misuse-time', { name: '--deadline', value: typed })
  return new Date(typed).toISOString()
}
