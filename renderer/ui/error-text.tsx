import { ContractError, type ErrorCode } from '#core/contract/errors.ts'
import { refusalWords } from '#core/locale/refusal.ts'
import type { Translate } from '#core/locale/translate.ts'
import { useT } from './locale.tsx'
import './banner.css'

/** @returns what a refusal says to the person who met it. */
export function errorWords(error: unknown, t: Translate): string {
  return error instanceof ContractError ? refusalWords(error.code, error.params, t) : t('errors.internal')
}

/** @returns whether an error is this refusal of the service. */
export function isRefused(error: unknown, code: ErrorCode): boolean {
  return error instanceof ContractError && error.code === code
}

/** A refusal at the place where it happened; nothing when there is none. */
export function ErrorText({ error }: { error: unknown }) {
  const t = useT()
  if (error === null || error === undefined) return null
  return (
    <p className="error-text" role="alert">
      {errorWords(error, t)}
    </p>
  )
}
