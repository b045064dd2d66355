import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import type { CallOutput } from '#core/contract/contract.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { testedWords } from './problem-words.ts'

const ICONS = { error: CircleAlert, warning: TriangleAlert }

/** @returns a name that stands apart from the sentence around it: a path that opens with a sign would be torn up. */
const isolated = (name: string): string => `${/^[\w/\\]/u.test(name) ? '\u2066' : '\u2068'}${name}\u2069`

/** What the test of a destination found, in words; what must be mended comes first. */
export function TestResult({ result }: { result: CallOutput<'destinations.test'> }) {
  const t = useT()
  const { findings, site, account } = result
  const hasPassed = findings.every(({ severity }) => severity !== 'error')
  return (
    <div className="test-result" role="status" data-testid="test-result" data-passed={hasPassed}>
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
