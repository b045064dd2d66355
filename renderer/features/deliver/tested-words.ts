import type { DeliveryProblemCode } from '#core/contract/delivery-problems.ts'
import { problemWords } from '#core/locale/delivery-problem.ts'
import type { Translate } from '#core/locale/translate.ts'

/** Problems after which a delivery retries by itself. A test of a destination does not retry, so it words them otherwise. */
const TRIED_AGAIN = ['unreachable', 'timed-out', 'interrupted', 'server-error', 'too-many-requests'] as const

/** @returns the message for a problem that a test of a destination found, with the next step. */
export function testedWords(
  { code, params }: { code: DeliveryProblemCode; params: Readonly<Record<string, string>> },
  t: Translate,
): string {
  const once = TRIED_AGAIN.find((each) => each === code)
  return once === undefined ? problemWords({ code, params }, t) : t(`deliver.tested-${once}`, params)
}
