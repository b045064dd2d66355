import { ToggleButton } from 'react-aria-components'
import type { State } from '#core/review/states.ts'
import { useStanding } from '#renderer/bridge/use-standing.ts'
import type { ChangeDesk } from '#renderer/editor/proposals/item.ts'
import type { Comments } from '#renderer/editor/threads/comments.ts'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { StandingFacts } from '#renderer/ui/standing-facts.tsx'
import { StateLabel } from '#renderer/ui/state-label.tsx'
import { AssignmentSection } from './assigning/assignment-section.tsx'
import { useAssignments } from './assigning/use-assignments.ts'
import { CommentsView } from './comments/comments-view.tsx'
import { History } from './history.tsx'
import { OpenReview } from './open-review.tsx'
import { Steps } from './steps.tsx'
import { useHistory } from './use-history.ts'
import './review.css'

type ReviewPanelProps = {
  id: string
  state: State
  /** Runs the work once all is saved. @returns false, without running it, when saving fails. */
  onceSaved: (work: () => Promise<unknown>) => Promise<boolean>
  onMoved: () => void
  comments: Comments
  changes: ChangeDesk
}

/** What is said about an article; or its state, its next steps, and its history. */
export function ReviewPanel({ comments, changes, ...steps }: ReviewPanelProps) {
  const t = useT()
  return (
    <div className="review">
      <div className="review-views" role="group" aria-label={t('comments.view')}>
        {(['steps', 'cards'] as const).map((view) => (
          <ToggleButton
            key={view}
            className="review-view"
            isSelected={comments.view === view}
            onChange={() => comments.setView(view)}
            data-testid={`view-${view}`}
          >
            {t(`comments.view-${view}`, { count: comments.open + changes.items.length })}
          </ToggleButton>
        ))}
      </div>
      {comments.view === 'cards' ? <CommentsView comments={comments} changes={changes} /> : <StepsView {...steps} />}
    </div>
  )
}

/** The state of an article, its next steps, and its history. */
function StepsView({ id, state, onceSaved, onMoved }: Omit<ReviewPanelProps, 'comments' | 'changes'>) {
  const t = useT()
  const standing = useStanding(id)
  const { events, error, reload } = useHistory(id)
  const assignments = useAssignments(id)
  return (
    <>
      <section aria-labelledby="review-steps">
        <h2 id="review-steps" className="review-title">
          {t('review.steps')}
        </h2>
        <p className="review-now">
          {t('review.now')}: <StateLabel state={state} isLive={standing.isLive} />
        </p>
        <p className="review-standing">
          <StandingFacts state={state} standing={standing} />
        </p>
        <OpenReview id={id} />
        <Steps
          key={state}
          id={id}
          state={state}
          standing={standing}
          onceSaved={onceSaved}
          onMoved={() => {
            reload()
            onMoved()
          }}
        />
      </section>
      {assignments === null ? null : <AssignmentSection id={id} state={state} assignment={assignments.now} />}
      <section aria-labelledby="review-history">
        <h2 id="review-history" className="review-title">
          {t('review.history')}
        </h2>
        <ErrorText error={error} />
        <History events={events} assignments={assignments?.entries ?? []} />
      </section>
    </>
  )
}
