import type { ReactNode } from 'react'
import { Scale, ShieldCheck, ShieldQuestionMark } from 'lucide-react'
import type { HandoverPreview } from '#core/contract/handover.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { StateLabel } from '#renderer/ui/state-label.tsx'
import './handover-card.css'

type HandoverCardProps = {
  found: HandoverPreview
  /** Whether it is one of several below a heading. */
  isListed: boolean
  /** The buttons. */
  children: ReactNode
}

/** Says who handed an article over, whether that is proven, and what taking it in would do. */
export function HandoverCard({ found, isListed, children }: HandoverCardProps) {
  const t = useT()
  const Heading = isListed ? 'h3' : 'h2'
  const { headline, sender, wasEncrypted, effect, clashes, state, unproven, decisions } = found
  return (
    <section className="handover-card" data-testid="handover" data-effect={effect}>
      <Heading className="handover-headline" {...(headline === '' ? {} : { dir: 'rtl' })}>
        {headline || t('common.untitled')}
      </Heading>
      <Sender sender={sender} />
      {wasEncrypted ? <p>{t('handover.encrypted')}</p> : null}
      <p>{t(`handover.effect-${effect}`, { count: clashes })}</p>
      {effect === 'clash' ? <p>{t('handover.clash-hint')}</p> : null}
      {unproven === null ? null : (
        <Unproven>{t('handover.unproven', { state: t(`common.state-${unproven}`) })}</Unproven>
      )}
      {decisions === null ? null : (
        <p className="handover-unproven">
          <Scale aria-hidden size={16} />
          {t('handover.decisions', {
            stands: t(`common.state-${decisions[0]}`),
            other: t(`common.state-${decisions[1]}`),
          })}
        </p>
      )}
      {effect === 'nothing' ? null : (
        <p>
          {t('handover.after')} <StateLabel state={state} />
        </p>
      )}
      <div className="handover-actions">{children}</div>
    </section>
  )
}

function Sender({ sender }: Pick<HandoverPreview, 'sender'>) {
  const t = useT()
  if (sender === null) return <Unproven>{t('handover.sender-none')}</Unproven>
  const { knownAs, fingerprint } = sender
  const name = `\u2068${knownAs ?? sender.name}\u2069`
  if (knownAs === null) {
    return (
      <>
        <Unproven>{t('handover.sender-unknown', { name })}</Unproven>
        <p>
          {t('handover.fingerprint')} <bdi dir="ltr">{fingerprint}</bdi>
        </p>
      </>
    )
  }
  return (
    <p className="handover-proven">
      <ShieldCheck aria-hidden size={16} />
      {t('handover.sender-known', { name })}
    </p>
  )
}

function Unproven({ children }: { children: string }) {
  return (
    <p className="handover-unproven">
      <ShieldQuestionMark aria-hidden size={16} />
      {children}
    </p>
  )
}
