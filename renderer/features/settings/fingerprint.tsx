import { fingerprintOf } from '#core/newsroom/fingerprint.ts'
import { useT } from '#renderer/ui/locale.tsx'

/** A fingerprint as it is read out, group by group. */
export function Fingerprint({ publicKey }: { publicKey: string }) {
  const t = useT()
  return (
    <p className="fingerprint">
      <span className="field-label">{t('people.fingerprint')}</span>
      <output dir="ltr">{fingerprintOf(publicKey)}</output>
    </p>
  )
}
