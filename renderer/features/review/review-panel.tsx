import type { State } from '#core/review/states.ts'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { StateLabel } from '#renderer/ui/state-label.tsx'
import { History } from './history.tsx'
import { Steps } from './steps.tsx'
import { useHistory } from './use-history.ts'
import './review.css'

type ReviewPanelProps = {
  id: string
  state: State
  /** Runs the work once all is saved. @returns false, without running it, when saving fails. */
  onceSaved: (work: () => Promise<unknown>) => Promise<boolean>
  onMoved: () => void
}

/** The state of an article, its next steps, and its history. */
export function ReviewPanel({ id, state, onceSaved, onMoved }: ReviewPanelProps) {
  const t = useT()
  const { events, error, reload } = useHistory(id)
  return (
    <div className="review">
      <section aria-labelledby="review-steps">
        <h2 id="review-steps" className="review-title">
          {t('review.steps')}
        </h2>
        <p className="review-now">
          {t('review.now')}: <StateLabel state={state} />
        </p>
        <Steps
          key={state}
          id={id}
          state={state}
          onceSaved={onceSaved}
          onMoved={() => {
            reload()
            onMoved()
          }}
        />
      </section>
      <section aria-labelledby="review-history">
        <h2 id="review-history" className="review-title">
          {t('review.history')}
        </h2>
        <ErrorText error={error} />
        <History events={events} />
      </section>
    </div>
  )
}
