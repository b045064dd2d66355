import type { Point } from '#core/contract/history.ts'
import type { Translate } from '#core/locale/translate.ts'

/** @returns the reason for which a version was kept, in words. */
export function reasonWords({ reason, to }: Point, t: Translate): string {
  return t(`history.reason-${reason}`, { state: to === null ? 'none' : t(`common.state-${to}`) })
}

/** @returns when a version was kept: the time alone for one of today. @param today as `Date.toDateString` writes it */
export function pointTime({ at }: Point, tag: string, today: string): string {
  const kept = new Date(at)
  const isToday = kept.toDateString() === today
  return new Intl.DateTimeFormat(tag, { ...(isToday ? {} : { dateStyle: 'medium' }), timeStyle: 'short' }).format(kept)
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
