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

/** @returns whether the audit's step led here: those states are marked on the way. */
export function reachedState({ reason, to }: Point): Point['to'] {
  return reason === 'moved' || reason === 'exported' || reason === 'reopened' ? to : null
}
