import { useEffect, useEffectEvent, useState } from 'react'
import { CircleHelp, ShieldAlert, ShieldCheck } from 'lucide-react'
import { damagedRows, type StoreCheck } from '#core/contract/store.ts'
import { call } from '#renderer/bridge/client.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useLocale } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { RelativeTime } from '#renderer/ui/relative-time.tsx'
import type { StoreStatus } from './use-store.ts'

/** The result of a check, and its time. */
export type CheckResult = { at: string; check: StoreCheck }

/** @returns whether a check found any damage. */
function hasDamage(check: StoreCheck): boolean {
  const lists = check.damagedArticles.length + check.damagedPictures.length
  return !check.isFileSound || lists + damagedRows(check) > 0
}

function stateOf(check: StoreCheck): 'damaged' | 'doubtful' | 'sound' {
  if (hasDamage(check)) return 'damaged'
  return check.audit !== null && check.audit.found > 0 ? 'doubtful' : 'sound'
}

/** `doubtful`: no byte is damaged, but the audit is not as it was signed. */
const STATES = {
  unchecked: { Icon: CircleHelp, title: 'store.unchecked' },
  damaged: { Icon: ShieldAlert, title: 'store.is-damaged' },
  doubtful: { Icon: ShieldAlert, title: 'store.audit-verdict' },
  sound: { Icon: ShieldCheck, title: 'store.is-sound' },
} as const

type VerdictProps = {
  status: StoreStatus
  result: CheckResult | null
  onChecked: (result: CheckResult) => void
  /** Whether to start a check at once. */
  startsAtOnce: boolean
}

/** Says whether the store is sound according to the last check, and starts a new one. */
export function Verdict({ status, result, onChecked, startsAtOnce }: VerdictProps) {
  const { t, tag } = useLocale()
  const [isChecking, setChecking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const isBusy = isChecking || status.isBackingUp
  const state = result === null ? 'unchecked' : stateOf(result.check)
  const { Icon, title } = STATES[state]

  async function check(): Promise<void> {
    setChecking(true)
    setError(null)
    try {
      // A backup includes a check, but a read-only store cannot record one.
      if (status.readOnly) onChecked({ at: new Date().toISOString(), check: await call('store.check', {}) })
      else onChecked(await call('store.backUp', {}))
    } catch (refusal) {
      setError(refusal)
    } finally {
      setChecking(false)
    }
  }
  const begin = useEffectEvent(() => void check())
  useEffect(() => {
    // After the first render, so that its progress is shown.
    const timer = startsAtOnce ? setTimeout(begin, 0) : undefined
    return () => clearTimeout(timer)
  }, [startsAtOnce])
  const percent = new Intl.NumberFormat(tag, { style: 'percent' })
  const words = t(status.readOnly ? 'store.checking' : 'store.backing-up')
  return (
    <section className="store-verdict" data-testid="store-verdict" data-state={state}>
      <Icon aria-hidden size={28} />
      <div className="store-verdict-words" role="status">
        <p className="store-verdict-title">{t(title)}</p>
        {result === null ? null : (
          <p className="store-soft">
            {t('store.checked')} <RelativeTime at={result.at} />
          </p>
        )}
      </div>
      {isBusy && !status.readOnly ? (
        <Button onPress={() => void call('store.stopBackUp', {}).catch(setError)}>{t('store.stop')}</Button>
      ) : null}
      <Button variant="primary" isPending={isChecking} onPress={() => void check()} testId="back-up">
        {t(status.readOnly ? 'store.check-now' : 'store.back-up')}
      </Button>
      {isBusy ? (
        <Progress label={status.progress === null ? words : `${words} ${percent.format(status.progress)}`} />
      ) : null}
      <ErrorText error={error} />
    </section>
  )
}
