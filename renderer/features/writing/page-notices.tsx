import { Banner } from '#renderer/ui/banner.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Notices } from './notices.tsx'
import type { Session } from './session.ts'
import { StandingNotice } from './standing-notice.tsx'
import { StepNotice } from './step-notice.tsx'
import { canMerge, type useMerge } from './use-merge.ts'
import type { useVersions } from './use-versions.ts'
import { useValue } from './value-feed.ts'

type PageNoticesProps = {
  session: Session
  /** Why the last command was refused. */
  refusal: string | null
  versions: Pick<ReturnType<typeof useVersions>, 'restored' | 'forget'>
  merge: Pick<ReturnType<typeof useMerge>, 'mergeStored' | 'merged' | 'forget'>
  /** Whether a text came that is to be merged into this one. */
  hasOther: boolean
  onOpen: (id: string) => void
}

/** What stands above the text: the line of a printed proof, and what a person must know of the article now. */
export function PageNotices({ session, refusal, versions, merge, hasOther, onOpen }: PageNoticesProps) {
  const t = useT()
  const { slug } = useValue(session.metadata)
  const state = useValue(session.state)
  const { restored } = versions
  const { merged } = merge
  return (
    <div className="writing-notices">
      <p className="proof-line">
        <span>
          {t('writing.proof')} · {slug || t('common.midad')}
        </span>
        <span>{t(`common.state-${state}`)}</span>
      </p>
      <StandingNotice id={session.opened.article.id} state={state} />
      {refusal === null ? null : <Banner tone="attention">{refusal}</Banner>}
      {restored === null ? null : (
        <StepNotice step={restored} words={t('history.restored')} onClose={versions.forget} />
      )}
      {merged === null ? null : <StepNotice step={merged} words={t('merging.done')} onClose={merge.forget} />}
      {hasOther && !canMerge(session) ? <Banner tone="attention">{t('merging.read-only')}</Banner> : null}
      <Notices session={session} onOpen={onOpen} onMerge={merge.mergeStored} />
    </div>
  )
}
