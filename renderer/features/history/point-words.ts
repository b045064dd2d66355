import type { Point } from '#core/contract/history.ts'
import type { Translate } from '#core/locale/translate.ts'

/** @returns the reason for which a version was kept, in words. */
export function reasonWords({ reason, to }: Point, t: Translate): string {
  return t(`history.reason-${reason}`, { state: to === null ? 'none' : t(`common.state-${to}`) })
}

/** @returns whether a person's step made the version, rather than autosave. */
export function isStep({ reason }: Point): boolean {
  return reason !== 'quiet' && reason !== 'closed'
}

const STEPS_TO_A_STATE: ReadonlySet<Point['reason']> = new Set(['moved', 'exported', 'sent', 'reopened'])

/** @returns the state to which a step of review or publishing led; null for other versions. */
export function reachedState({ reason, to }: Point): Point['to'] {
  return STEPS_TO_A_STATE.has(reason) ? to : null
}
