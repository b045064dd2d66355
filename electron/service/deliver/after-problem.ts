import type { DeliveryState } from '#core/contract/deliveries.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { DeliveryProgress } from '#db/tables/delivery-progress.ts'
import { nextAttempt } from './backoff.ts'
import { ConflictFound } from './kind.ts'
import { DeliveryProblem, isTransient } from './problem.ts'

/** After so many server errors, a person has to look. */
const MOST_SERVER_ERRORS = 20

/** Problems for which a person chooses what to do. An earlier choice was about another state of the site. */
const ASKED: ReadonlySet<DeliveryProblem['code']> = new Set(['conflict', 'conflict-unsent', 'deleted-there'])

type Attempt = {
  /** Whether it removed what the delivery had put at its destination. */
  isRollback: boolean
  /** Whether this store sent the article there before. */
  isSent: boolean
}

/**
 * @returns a delivery after a failed attempt: a transient problem schedules another attempt, any other waits for a
 *   person.
 * @param random from 0 to 1
 * @param now ISO 8601
 */
export function afterProblem(
  progress: DeliveryProgress,
  { isRollback, isSent }: Attempt,
  error: unknown,
  random: number,
  now: string,
): { state: DeliveryState; progress: DeliveryProgress } {
  const { code, params, retryAfter } = problemOf(error, isSent)
  const isHopeless = code === 'server-error' && progress.attempts >= MOST_SERVER_ERRORS
  const isRetried = isTransient(code) && !isHopeless
  const again = isRetried ? nextAttempt(progress.attempts, random, retryAfter, now) : null
  // A post that is still scheduled at the destination has to be removed by a person.
  const stopped = isRollback && !progress.takesBack ? 'cancelled' : 'held'
  const waiting = isRollback ? 'rolling-back' : 'queued'
  return {
    state: isRetried ? waiting : stopped,
    progress: {
      ...progress,
      ...(error instanceof ConflictFound ? { conflict: error.conflict } : {}),
      ...(ASKED.has(code) ? { choice: null } : {}),
      problem: { code, params },
      nextAttempt: again,
    },
  }
}

function problemOf(error: unknown, isSent: boolean): Pick<DeliveryProblem, 'code' | 'params' | 'retryAfter'> {
  if (error instanceof DeliveryProblem) return error
  // A desk that never sent it must not be told that it changed since its last sending.
  if (error instanceof ConflictFound) {
    return { code: isSent ? 'conflict' : 'conflict-unsent', params: {}, retryAfter: null }
  }
  if (error instanceof ContractError && (error.code === 'asset-missing' || error.code === 'asset-damaged')) {
    return { code: 'picture-missing', params: {}, retryAfter: null }
  }
  if (error instanceof ContractError && error.code === 'picture-too-complex') {
    return { code: 'picture-too-complex', params: {}, retryAfter: null }
  }
  // Frames only: the message may quote what was being sent, or the address that it was sent to.
  const frames = error instanceof Error ? (error.stack?.split('\n').filter((line) => /^\s+at /u.test(line)) ?? []) : []
  process.stderr.write(
    `midad: ${error instanceof Error ? error.name : typeof error} in a delivery\n${frames.join('\n')}\n`,
  )
  return { code: 'internal', params: {}, retryAfter: null }
}
