import { ContractError, type ErrorCode } from '#core/contract/errors.ts'
import { refusalWords } from '#core/locale/refusal.ts'
import type { Translate } from '#core/locale/translate.ts'
import { useT } from './locale.tsx'
import './banner.css'

/** @returns the message of an error; a general one for an error that is not the service's. */
export function errorWords(error: unknown, t: Translate): string {
  return error instanceof ContractError ? refusalWords(error.code, error.params, t) : t('errors.internal')
}

/** @returns whether an error is the service's, with the given code. */
export function isRefused(error: unknown, code: ErrorCode): boolean {
  return error instanceof ContractError && error.code === code
}

/** The message of an error, where it happened; nothing without an error. */
export function ErrorText({ error }: { error: unknown }) {
  const t = useT()
  if (error === null || error === undefined) return null
  return (
    <p className="error-text" role="alert">
      {errorWords(error, t)}
    </p>
  )
}
