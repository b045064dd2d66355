import type { DeliveryProblemCode } from '#core/contract/delivery-problems.ts'
import type { Translate } from '#core/locale/translate.ts'

/** Those that a delivery tries again by itself, which a test of a destination does not. */
const TRIED_AGAIN = ['unreachable', 'timed-out', 'interrupted', 'server-error', 'too-many-requests'] as const

/** @returns what the test of a destination found, and the next step. */
export function testedWords(
  { code, params }: { code: DeliveryProblemCode; params: Readonly<Record<string, string>> },
  t: Translate,
): string {
  const once = TRIED_AGAIN.find((each) => each === code)
  return once === undefined ? problemWords({ code, params }, t) : t(`deliver.tested-${once}`, params)
}

/** @returns what stands in the way of a delivery, and the next step. */
export function problemWords(
  { code, params }: { code: DeliveryProblemCode; params: Readonly<Record<string, string>> },
  t: Translate,
): string {
  return t(`deliver.problem-${code}`, params)
}
