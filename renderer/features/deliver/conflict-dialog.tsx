import { useEffect, useState } from 'react'
import type { CallOutput } from '#core/contract/contract.ts'
import type { ComparedText, Delivery } from '#core/contract/deliveries.ts'
import { compareTexts } from '#core/changes/compare-texts.ts'
import { call } from '#renderer/bridge/client.ts'
import { useActor } from '#renderer/bridge/settings.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ChangedWords } from '#renderer/ui/changed-words.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useLocale } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'

type Compared = CallOutput<'deliveries.compare'>

const whole = ({ title, excerpt, blocks }: ComparedText): string =>
  [title, excerpt, ...blocks].filter((text) => text.trim() !== '').join('\n\n')

/** Shows what was changed at the destination, and lets a person choose which version stays. */
export function ConflictDialog({ delivery, onClose }: { delivery: Delivery; onClose: () => void }) {
  const { t, tag } = useLocale()
  const actor = useActor()
  const [compared, setCompared] = useState<Compared | null>(null)
  const [busy, setBusy] = useState<'keep-theirs' | 'overwrite' | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    let isWanted = true
    call('deliveries.compare', { deliveryId: delivery.id }).then(
      (found) => isWanted && setCompared(found),
      (refusal: unknown) => isWanted && setError(refusal),
    )
    return () => {
      isWanted = false
    }
  }, [delivery.id])
  async function decide(choice: 'keep-theirs' | 'overwrite'): Promise<void> {
    setBusy(choice)
    setError(null)
    try {
      await call('deliveries.resolve', { deliveryId: delivery.id, choice, actor })
      onClose()
    } catch (refusal) {
      setError(refusal)
      setBusy(null)
    }
  }
  const isSent = delivery.problem?.code !== 'conflict-unsent'
  const exact = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <Dialog
      title={t('outbox.conflict', { name: delivery.destination.name })}
      isOpen
      isWide
      onClose={onClose}
      actions={
        <>
          <Button
            variant="primary"
            isDisabled={compared === null}
            isPending={busy === 'keep-theirs'}
            onPress={() => void decide('keep-theirs')}
          >
            {t('outbox.keep-theirs')}
          </Button>
          <Button
            variant="danger"
            isDisabled={compared === null}
            isPending={busy === 'overwrite'}
            onPress={() => void decide('overwrite')}
          >
            {t('outbox.overwrite')}
          </Button>
          <Button onPress={onClose}>{t('outbox.later')}</Button>
        </>
      }
    >
      {compared === null ? (
        error === null && <Progress label={t('common.loading')} />
      ) : (
        <>
          <p>
            {t(isSent ? 'outbox.conflict-text' : 'outbox.conflict-unsent-text', {
              time: exact.format(new Date(compared.theirsChangedAt)),
            })}
          </p>
          <p className="deliver-soft">
            {t(whole(compared.theirs) === whole(compared.ours) ? 'outbox.same-words' : 'outbox.legend')}
          </p>
          <div className="conflict-text" dir="rtl" lang="ar" data-testid="conflict">
            <ChangedWords words={compareTexts(whole(compared.theirs), whole(compared.ours), 'rtl')} dir="rtl" />
          </div>
        </>
      )}
      <ErrorText error={error} />
    </Dialog>
  )
}
