import type { deliver } from './ar/deliver.ts'
import { checkNames } from './check-names.ts'
import type { Translate } from './translate.ts'

type ProblemCode = {
  [K in keyof typeof deliver]: K extends `problem-${infer Code}` ? Code : never
}[keyof typeof deliver]

/** @returns the message for the problem of a delivery, with the next step. */
export function problemWords(
  { code, params }: { code: ProblemCode; params: Readonly<Record<string, string>> },
  t: Translate,
): string {
  return t(`deliver.problem-${code}`, { ...params, checks: checkNames(params['checks'] ?? '', t) })
}
