import type { DeliveryState } from '#core/contract/deliveries.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { DeliveryProgress } from '#db/tables/delivery-progress.ts'
import { nextAttempt } from './backoff.ts'
import { DeliveryProblem, isPassing } from './problem.ts'

/** A server that is at fault this often is not so by chance. */
const MOST_FAULTS = 20

/**
 * What becomes of a delivery that met with a problem: one that passes by itself is tried again, any other waits for a person.
 * @param isLeaving it was taking back what it had put there
 * @param random from 0 to 1
 * @param now ISO 8601
 */
export function afterProblem(
  progress: DeliveryProgress,
  isLeaving: boolean,
  error: unknown,
  random: number,
  now: string,
): { state: DeliveryState; progress: DeliveryProgress } {
  const { code, params, retryAfter } = problemOf(error)
  const isHopeless = code === 'server-error' && progress.attempts >= MOST_FAULTS
  const isAgain = isPassing(code) && !isHopeless
  const again = isAgain ? nextAttempt(progress.attempts, random, retryAfter, now) : null
  // What is still scheduled there is for a person to take away.
  const stopped = isLeaving && !progress.takesBack ? 'cancelled' : 'held'
  const waiting = isLeaving ? 'rolling-back' : 'queued'
  return {
    state: isAgain ? waiting : stopped,
    progress: { ...progress, problem: { code, params }, nextAttempt: again },
  }
}

function problemOf(error: unknown): Pick<DeliveryProblem, 'code' | 'params' | 'retryAfter'> {
  if (error instanceof DeliveryProblem) return error
  if (error instanceof ContractError && (error.code === 'asset-missing' || error.code === 'asset-damaged')) {
    return { code: 'picture-missing', params: {}, retryAfter: null }
  }
  // Frames only: the message may quote what was being sent, or the address that it was sent to.
  const frames = error instanceof Error ? (error.stack?.split('\n').filter((line) => /^\s+at /u.test(line)) ?? []) : []
  process.stderr.write(
    `midad: ${error instanceof Error ? error.name : typeof error} in a delivery\n${frames.join('\n')}\n`,
  )
  return { code: 'internal', params: {}, retryAfter: null }
}
