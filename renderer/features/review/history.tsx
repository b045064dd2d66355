import type { ArticleEvent, ProvenEvent } from '#core/contract/review.ts'
import type { Translate } from '#core/locale/translate.ts'
import type { AssignmentEntry } from '#core/review/assignment.ts'
import { useLocale, useT } from '#renderer/ui/locale.tsx'
import { RelativeTime } from '#renderer/ui/relative-time.tsx'
import { assignmentWords } from './assigning/assignment-words.ts'

function actionWords({ action, from, to }: ArticleEvent, t: Translate): string {
  const states = { from: from === null ? '' : t(`common.state-${from}`), to: t(`common.state-${to}`) }
  return t(`review.action-${action}`, states)
}

type Proof = { of: ProvenEvent['proof']; words: string }

/** @returns what proves who did a step, where that is not simply its person's own signature; null for that. */
function proofOf({ proof, signer, by }: ProvenEvent, t: Translate): Proof | null {
  if (proof !== 'proven') return { of: proof, words: t(`review.proof-${proof}`) }
  if (signer === null || signer === by) return null
  return { of: proof, words: t('review.proof-signer', { signer: `\u2068${signer}\u2069` }) }
}

/** One line of the history: a step, or an assignment. */
type Line = {
  at: string
  by: string
  role: ArticleEvent['role']
  words: string
  note: string
  to: string | undefined
  proof: Proof | null
}

type HistoryProps = {
  /** Newest first. */
  events: readonly ProvenEvent[]
  /** Oldest first. */
  assignments: readonly AssignmentEntry[]
}

/** The audit of an article, newest first, with how it was assigned. */
export function History({ events, assignments }: HistoryProps) {
  const { t, tag } = useLocale()
  const steps = events.map((event): Line => {
    const { at, by, role, note, to } = event
    return { at, by, role, note, to, words: actionWords(event, t), proof: proofOf(event, t) }
  })
  const assigned = assignments.map((entry): Line => {
    const { at, by, role, instruction } = entry
    return { at, by, role, note: instruction, to: undefined, words: assignmentWords(entry, t, tag), proof: null }
  })
  // The order of the steps is that of the store, also where their times are equal.
  const lines = [...steps, ...assigned.toReversed()].toSorted((one, other) =>
    one.at === other.at ? 0 : one.at < other.at ? 1 : -1,
  )
  return (
    <ol className="history" aria-label={`${t('review.history')} (${t('review.history-order')})`}>
      {lines.map((line, index) => (
        // New lines are added at the top, so the index from the end is stable.
        // oxlint-disable-next-line react/no-array-index-key
        <HistoryLine key={lines.length - index} line={line} />
      ))}
    </ol>
  )
}

function HistoryLine({ line: { at, by, role, words, note, to, proof } }: { line: Line }) {
  const t = useT()
  return (
    <li className="history-event" data-testid="history-event" data-to={to}>
      <p>
        <strong>
          <bdi>{by}</bdi>
        </strong>{' '}
        <span className="history-role">{t(`common.role-${role}`)}</span>
      </p>
      <p>{words}</p>
      {note === '' ? null : (
        <blockquote dir="rtl" className="history-note">
          {note}
        </blockquote>
      )}
      {proof === null ? null : (
        <p className="history-time" data-proof={proof.of}>
          {proof.words}
        </p>
      )}
      <p className="history-time">
        <RelativeTime at={at} />
      </p>
    </li>
  )
}
