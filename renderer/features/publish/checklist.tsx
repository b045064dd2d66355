import { CircleAlert, Info, OctagonX, TriangleAlert } from 'lucide-react'
import { levelOf, type Binding } from '#core/export/binding.ts'
import type { CheckFinding } from '#core/export/checklist.ts'
import type { MessageKey } from '#core/locale/translate.ts'
import { useT } from '#renderer/ui/locale.tsx'

type OpenBlock = (blockId: string) => void
type ChecklistProps = { findings: readonly CheckFinding[]; binding: Binding; onOpenBlock: OpenBlock }

/** What stops a step comes first, then what is advice, the most severe first. */
const GROUPS = ['approval', 'export', 'error', 'warning', 'info'] as const
type GroupName = (typeof GROUPS)[number]

const HEADINGS: Record<GroupName, MessageKey> = {
  approval: 'checks.stops-approval',
  export: 'checks.stops-export',
  error: 'publish.severity-error',
  warning: 'publish.severity-warning',
  info: 'publish.severity-info',
}

const ICONS = { approval: OctagonX, export: OctagonX, error: CircleAlert, warning: TriangleAlert, info: Info } as const

function groupOf({ code, severity }: CheckFinding, binding: Binding): GroupName {
  const level = levelOf(code, binding)
  return level === 'advice' ? severity : level
}

/** The findings of the checklist by what they stop, each with a link to its block. */
export function Checklist({ findings, binding, onOpenBlock }: ChecklistProps) {
  const t = useT()
  if (findings.length === 0) return <p className="checklist-clear">{t('publish.checklist-clear')}</p>
  return GROUPS.map((name) => {
    const group = findings.filter((finding) => groupOf(finding, binding) === name)
    return group.length === 0 ? null : <Group key={name} name={name} findings={group} onOpenBlock={onOpenBlock} />
  })
}

type GroupProps = { name: GroupName; findings: readonly CheckFinding[]; onOpenBlock: OpenBlock }

function Group({ name, findings, onOpenBlock }: GroupProps) {
  const t = useT()
  const Icon = ICONS[name]
  const heading = `checklist-${name}`
  return (
    <>
      <h3 id={heading} className={`checklist-heading checklist-heading-${name}`}>
        {t(HEADINGS[name])}
      </h3>
      <ul className="checklist" aria-labelledby={heading}>
        {findings.map(({ code, blockId }) => (
          <li key={`${code} ${blockId}`} className={`finding finding-${name}`} data-testid="finding" data-code={code}>
            <Icon aria-hidden size={16} />
            <span>{t(`publish.check-${code}`)}</span>
            {blockId === null ? null : (
              <button type="button" className="finding-open" onClick={() => onOpenBlock(blockId)}>
                {t('publish.show-block')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
