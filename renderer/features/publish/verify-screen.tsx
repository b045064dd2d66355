import { useState } from 'react'
import { PackageCheck, ShieldAlert, ShieldCheck } from 'lucide-react'
import { actionSchema } from '#core/export/action.ts'
import type { CallOutput } from '#core/contract/contract.ts'
import { toBase64 } from '#renderer/bridge/bytes.ts'
import { call } from '#renderer/bridge/client.ts'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { Frame } from '#renderer/ui/frame.tsx'
import { FilePicker } from '#renderer/ui/file-picker.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { useDrop } from '#renderer/ui/use-drop.ts'
import './publish.css'
import './verify.css'

/** The most that a call can carry in base64. The command line has no limit. */
const MAX_BYTES = 45 * 1024 * 1024

type Report = CallOutput<'publish.verify'>

/** Verifies a package from any source, and reports what is wrong with it. */
export function VerifyScreen() {
  const t = useT()
  const [report, setReport] = useState<Report | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const [isWorking, setWorking] = useState(false)
  async function verify(file: File): Promise<void> {
    setReport(null)
    setError(null)
    setTooLarge(file.size > MAX_BYTES)
    if (file.size > MAX_BYTES) return
    setWorking(true)
    try {
      setReport(await call('publish.verify', { name: file.name.slice(-255), bytes: await toBase64(file) }))
    } catch (refusal) {
      setError(refusal)
    } finally {
      setWorking(false)
    }
  }
  const { isOver, dropProps } = useDrop((file) => void verify(file))
  return (
    <Frame title={t('publish.verify-title')} className="verify" data-over={isOver} {...dropProps}>
      <p className="verify-lead">{t('publish.verify-lead')}</p>
      <div className="verify-drop">
        <PackageCheck aria-hidden size={28} />
        <FilePicker
          label={t('publish.verify-choose')}
          accept=".zip,application/zip"
          variant="primary"
          isPending={isWorking}
          onFile={(file) => void verify(file)}
        />
        <span>{t('publish.verify-drop')}</span>
      </div>
      {isWorking ? <Progress label={t('publish.verify-working')} /> : null}
      <ErrorText error={error} />
      {tooLarge ? (
        <p className="error-text" role="alert">
          {t('publish.verify-too-large')}
        </p>
      ) : null}
      {report === null ? null : <VerifyResult report={report} />}
    </Frame>
  )
}

/** Says whose package it is. A name that the package gives itself is never shown as known. */
function Signature({ signer }: Pick<Report, 'signer'>) {
  const t = useT()
  if (signer === null) return <p className="verify-signer">{t('publish.unsigned')}</p>
  const { knownAs, name, fingerprint, audit } = signer
  const who = `\u2068${knownAs ?? name}\u2069`
  return (
    <div className="verify-signer" data-known={knownAs !== null}>
      <p>{knownAs === null ? t('publish.signed-unknown', { name: who }) : t('publish.signed-known', { name: who })}</p>
      <p>
        {t('publish.fingerprint')} <bdi dir="ltr">{fingerprint}</bdi>
      </p>
      {audit === null ? null : <p>{t(`publish.audit-${audit}`)}</p>}
    </div>
  )
}

function VerifyResult({ report }: { report: Report }) {
  const t = useT()
  const { valid, files, problems, about, signer } = report
  const Icon = valid ? ShieldCheck : ShieldAlert
  const action = actionSchema.safeParse(about?.action)
  return (
    <div className="verify-result" data-testid="verify-result" data-valid={valid}>
      <p className={`verdict verdict-${valid ? 'valid' : 'invalid'}`} role="status">
        <Icon aria-hidden size={22} />
        {valid ? t('publish.valid', { count: files.length }) : t('publish.invalid')}
      </p>
      {valid ? <Signature signer={signer} /> : null}
      {problems.length === 0 ? null : (
        <section aria-labelledby="verify-problems">
          <h2 id="verify-problems">{t('publish.problems')}</h2>
          <ul className="verify-problems">
            {problems.map(({ code, path }) => (
              <li key={`${code} ${path}`} data-testid="problem" data-code={code}>
                {t(`publish.problem-${code}`)}
                {path === '' ? null : (
                  <>
                    : <bdi dir="ltr">{path}</bdi>
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {about === null ? null : (
        <section aria-labelledby="verify-about">
          <h2 id="verify-about">{t('publish.about')}</h2>
          <dl className="verify-about">
            <dt>{t('publish.headline')}</dt>
            <dd>
              <bdi dir="rtl">{about.headline}</bdi>
            </dd>
            <dt>{t('publish.version')}</dt>
            <dd>{about.version}</dd>
            <dt>{t('publish.action')}</dt>
            <dd>{action.success ? t(`publish.action-${action.data}`) : about.action}</dd>
          </dl>
        </section>
      )}
      {files.length === 0 ? null : (
        <section aria-labelledby="verify-files">
          <h2 id="verify-files">{t('publish.files')}</h2>
          <ul className="verify-files">
            {files.map(({ path, status }) => (
              <li key={path} data-testid="verified-file" data-status={status}>
                <span className="verify-status">{t(`publish.file-${status}`)}</span>
                <bdi dir="ltr">{path}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
