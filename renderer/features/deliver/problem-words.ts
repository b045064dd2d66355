import type { DeliveryProblemCode } from '#core/contract/delivery-problems.ts'
import type { Translate } from '#core/locale/translate.ts'

/** @returns what stands in the way of a delivery, and the next step. */
export function problemWords(
  { code, params }: { code: DeliveryProblemCode; params: Readonly<Record<string, string>> },
  t: Translate,
): string {
  return t(`deliver.problem-${code}`, params)
}
