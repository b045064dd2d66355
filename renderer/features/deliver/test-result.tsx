import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import type { CallOutput } from '#core/contract/contract.ts'
import { intoView } from '#renderer/ui/into-view.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { testedWords } from './tested-words.ts'

const ICONS = { error: CircleAlert, warning: TriangleAlert }

/** @returns the name in a bidi isolate: a path that begins with a neutral character would be reordered. */
const isolated = (name: string): string => `${/^[\w/\\]/u.test(name) ? '\u2066' : '\u2068'}${name}\u2069`

/** The result of a test of a destination; what must be fixed comes first. */
export function TestResult({ result }: { result: CallOutput<'destinations.test'> }) {
  const t = useT()
  const { findings, site, account } = result
  const hasPassed = findings.every(({ severity }) => severity !== 'error')
  return (
    <div ref={intoView} className="test-result" role="status" data-testid="test-result" data-passed={hasPassed}>
      {hasPassed ? (
        <p className="test-passed">
          <CircleCheck aria-hidden size={18} />
          <span>
            {t('deliver.test-passed', { site: isolated(site) })}
            {account === '' ? null : ` ${t('destinations.as-account', { account })}`}
          </span>
        </p>
      ) : null}
      <ul className="test-findings">
        {findings.map((finding) => {
          const Icon = ICONS[finding.severity]
          return (
            <li key={finding.code} className={`test-finding test-${finding.severity}`} data-code={finding.code}>
              <Icon aria-hidden size={18} />
              <span>{testedWords(finding, t)}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
