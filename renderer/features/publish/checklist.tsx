import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { CheckFinding } from '#core/export/checklist.ts'
import { useT } from '#renderer/ui/locale.tsx'

type OpenBlock = (blockId: string) => void
type ChecklistProps = { findings: readonly CheckFinding[]; onOpenBlock: OpenBlock }

/** The findings of the checklist, the most severe first, each with a link to its block. */
export function Checklist({ findings, onOpenBlock }: ChecklistProps) {
  const t = useT()
  if (findings.length === 0) return <p className="checklist-clear">{t('publish.checklist-clear')}</p>
  return (['error', 'warning', 'info'] as const).map((severity) => {
    const group = findings.filter((finding) => finding.severity === severity)
    return group.length === 0 ? null : (
      <Group key={severity} severity={severity} findings={group} onOpenBlock={onOpenBlock} />
    )
  })
}

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info } as const

function Group({ severity, findings, onOpenBlock }: ChecklistProps & { severity: CheckFinding['severity'] }) {
  const t = useT()
  const Icon = ICONS[severity]
  const heading = `checklist-${severity}`
  return (
    <>
      <h3 id={heading} className="checklist-heading">
        {t(`publish.severity-${severity}`)}
      </h3>
      <ul className="checklist" aria-labelledby={heading}>
        {findings.map(({ code, blockId }) => (
          <li
            key={`${code} ${blockId}`}
            className={`finding finding-${severity}`}
            data-testid="finding"
            data-code={code}
          >
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
