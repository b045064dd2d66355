import { useEffect, useMemo, useState } from 'react'
import type { CallOutput } from '#core/contract/contract.ts'
import type { ComparedText, Delivery } from '#core/contract/deliveries.ts'
import { call } from '#renderer/bridge/client.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChangedWords } from '#renderer/ui/changed-words.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { AlertText, COMPARISON_FAILURES, ErrorText } from '#renderer/ui/error-text.tsx'
import { useLocale } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { useInWorker } from '#renderer/worker/use-in-worker.ts'

type Compared = CallOutput<'deliveries.compare'>

/** Whether both texts are the same, as far as they are known. */
const isSame = ({ ours, theirs, isCut }: Compared): boolean => !isCut && whole(theirs) === whole(ours)

const whole = ({ title, excerpt, blocks }: ComparedText): string =>
  [title, excerpt, ...blocks].filter((text) => text.trim() !== '').join('\n\n')

/** Shows what was changed at the destination, and lets a person choose which version stays. */
export function ConflictDialog({ delivery, onClose }: { delivery: Delivery; onClose: () => void }) {
  const { t, tag } = useLocale()
  const [compared, setCompared] = useState<Compared | null>(null)
  const [busy, setBusy] = useState<'keep-theirs' | 'overwrite' | null>(null)
  const [error, setError] = useState<unknown>(null)
  const texts = useMemo(
    () => (compared === null ? null : { from: whole(compared.theirs), to: whole(compared.ours), dir: 'rtl' as const }),
    [compared],
  )
  const over = useInWorker('versions of a text', texts)
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
      await call('deliveries.resolve', { deliveryId: delivery.id, choice })
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
            {t(isSame(compared) ? 'outbox.same-words' : 'outbox.legend')}
            {compared.isCut ? ` ${t('outbox.beginnings')}` : null}
          </p>
          <div className="conflict-text" dir="rtl" lang="ar" data-testid="conflict">
            {over?.output == null ? null : <ChangedWords words={over.output} dir="rtl" />}
          </div>
          {over === null ? <Progress label={t('common.loading')} /> : null}
          {over === null || over.failure === null ? null : (
            <AlertText text={t(COMPARISON_FAILURES[over.failure])} isAnswer={false} />
          )}
        </>
      )}
      <ErrorText error={error} />
    </Dialog>
  )
}
