import type { Point } from '#core/contract/history.ts'
import type { Translate } from '#core/locale/translate.ts'

/** @returns why an article was kept at a moment, in words. */
export function reasonWords({ reason, to }: Point, t: Translate): string {
  return t(`history.reason-${reason}`, { state: to === null ? 'none' : t(`common.state-${to}`) })
}

/** @returns whether a moment is a step of someone, and no text that was kept by itself. */
export function isStep({ reason }: Point): boolean {
  return reason !== 'quiet' && reason !== 'closed'
}

const STEPS_TO_A_STATE: ReadonlySet<Point['reason']> = new Set(['moved', 'exported', 'sent', 'reopened'])

/** @returns the state to which a step of the review or of publishing led; null for a moment of another sort. */
export function reachedState({ reason, to }: Point): Point['to'] {
  return STEPS_TO_A_STATE.has(reason) ? to : null
}
