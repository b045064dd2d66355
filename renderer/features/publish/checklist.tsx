import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { CheckFinding } from '#core/export/checklist.ts'
import { useT } from '#renderer/ui/locale.tsx'

type ChecklistProps = { findings: readonly CheckFinding[]; onOpenBlock: (blockId: string) => void }

/** What is missing, what matters most first, each with the way to its place. */
export function Checklist({ findings, onOpenBlock }: ChecklistProps) {
  const t = useT()
  if (findings.length === 0) return <p className="checklist-clear">{t('publish.checklist-clear')}</p>
  return (
    <ul className="checklist">
      {findings.map(({ code, severity, blockId }) => {
        const Icon = severity === 'error' ? CircleAlert : TriangleAlert
        return (
          <li
            key={`${code} ${blockId}`}
            className={`finding finding-${severity}`}
            data-testid="finding"
            data-code={code}
          >
            <Icon aria-label={t(`publish.severity-${severity}`)} size={16} />
            <span>{t(`publish.check-${code}`)}</span>
            {blockId === null ? null : (
              <button type="button" className="finding-open" onClick={() => onOpenBlock(blockId)}>
                {t('publish.show-block')}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
