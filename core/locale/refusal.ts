import { common } from './ar/common.ts'
import type { errors } from './ar/errors.ts'
import { checkNames } from './check-names.ts'
import type { Translate } from './translate.ts'

type StateKey = Extract<keyof typeof common, `state-${string}`>

/** @returns the name of a state in the person's language; any other text unchanged. */
function stateName(state: string | undefined, t: Translate): string {
  const key = `state-${state ?? ''}`
  return Object.hasOwn(common, key) ? t(`common.${key as StateKey}`) : (state ?? '')
}

/**
 * @returns the message for a refusal of the service.
 * @param params the values that the refusal carries; ids of states and codes of checks are replaced by their names.
 *   `isBeside` is `yes` where the checklist stands on the same screen
 */
export function refusalWords(
  code: keyof typeof errors,
  params: Readonly<Record<string, string>>,
  t: Translate,
): string {
  const { from, to } = params
  const states = { from: stateName(from, t), to: stateName(to, t), target: from === to ? 'same' : (to ?? '') }
  return t(`errors.${code}`, { isBeside: 'no', ...params, ...states, checks: checkNames(params['checks'] ?? '', t) })
}
