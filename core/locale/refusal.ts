import { common } from './ar/common.ts'
import { publish } from './ar/publish.ts'
import type { errors } from './ar/errors.ts'
import type { Translate } from './translate.ts'

type CheckKey = Extract<keyof typeof publish, `check-${string}`>
type StateKey = Extract<keyof typeof common, `state-${string}`>

/** @returns the name of a state in the person's language; any other text unchanged. */
function stateName(state: string | undefined, t: Translate): string {
  const key = `state-${state ?? ''}`
  return Object.hasOwn(common, key) ? t(`common.${key as StateKey}`) : (state ?? '')
}

/** @returns the checks in the person's language, from their codes with commas between. */
function checkNames(checks: string | undefined, t: Translate): string {
  const names = (checks ?? '').split(',').map((code) => {
    const key = `check-${code}`
    return Object.hasOwn(publish, key) ? t(`publish.${key as CheckKey}`) : code
  })
  return names.join(' · ')
}

/**
 * @returns the message for a refusal of the service.
 * @param params the values that the refusal carries; ids of states and checks are replaced by their names
 */
export function refusalWords(
  code: keyof typeof errors,
  params: Readonly<Record<string, string>>,
  t: Translate,
): string {
  const { from, to } = params
  const states = { from: stateName(from, t), to: stateName(to, t), target: to ?? '' }
  return t(`errors.${code}`, { ...params, ...states, checks: checkNames(params['checks'], t) })
}
