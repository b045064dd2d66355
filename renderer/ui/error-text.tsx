import { ContractError, type ErrorCode } from '#core/contract/errors.ts'
import { refusalWords } from '#core/locale/refusal.ts'
import type { Translate } from '#core/locale/translate.ts'
import { intoView } from './into-view.ts'
import { useT } from './locale.tsx'
import './banner.css'

/**
 * @param isBesideChecklist whether the checklist stands on the same screen, so that a message need not say which
 * @returns the message of an error; a general one for an error that is not the service's.
 */
export function errorWords(error: unknown, t: Translate, isBesideChecklist = false): string {
  if (!(error instanceof ContractError)) return t('errors.internal')
  return refusalWords(error.code, isBesideChecklist ? { ...error.params, isBeside: 'yes' } : error.params, t)
}

/** @returns whether an error is the service's, with the given code. */
export function isRefused(error: unknown, code: ErrorCode): boolean {
  return error instanceof ContractError && error.code === code
}

type ErrorTextProps = {
  error: unknown
  /** Whether it answers a press of a button, and is scrolled into view. */
  isAnswer?: boolean
  /** As in `errorWords`. */
  isBesideChecklist?: boolean
}

/** The message of an error, where it happened; nothing without an error. */
export function ErrorText({ error, isAnswer = false, isBesideChecklist = false }: ErrorTextProps) {
  const t = useT()
  if (error === null || error === undefined) return null
  return <AlertText text={errorWords(error, t, isBesideChecklist)} isAnswer={isAnswer} />
}

/** The messages of comparisons that came to nothing. */
export const COMPARISON_FAILURES = { 'too-long': 'common.comparison-too-long', failed: 'errors.internal' } as const

/** A message that is announced as an alert. @param props.isAnswer as in `ErrorText` */
export function AlertText({ text, isAnswer }: { text: string; isAnswer: boolean }) {
  return (
    <p key={text} ref={isAnswer ? intoView : undefined} className="error-text" role="alert">
      {text}
    </p>
  )
}
