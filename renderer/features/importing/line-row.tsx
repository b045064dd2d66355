import { memo } from 'react'
import { Undo2 } from 'lucide-react'
import { lineRoleSchema, type ImportedLine, type LineRole } from '#core/import/text/lines.ts'
import { useT } from '#renderer/ui/locale.tsx'

type LineRowProps = { line: ImportedLine; index: number; onRole: (index: number, role: LineRole) => void }

/** One line of the source with its role. It uses a native `select`, since there may be thousands of lines. */
export const LineRow = memo(function LineRow({ line, index, onRole }: LineRowProps) {
  const t = useT()
  const isDropped = line.role === 'dropped'
  return (
    <li className="import-line" data-testid="import-line" data-role={line.role} data-line={line.line}>
      <select
        aria-label={t('importing.role', { line: line.line })}
        value={line.role}
        onChange={(event) => onRole(index, lineRoleSchema.parse(event.target.value))}
      >
        {lineRoleSchema.options.map((role) => (
          <option key={role} value={role}>
            {t(`importing.role-${role}`)}
          </option>
        ))}
      </select>
      <p className="import-text" dir="rtl">
        {line.text}
      </p>
      {isDropped ? (
        <span className="import-dropped">
          {line.reason === null ? null : t(`importing.reason-${line.reason}`)}
          <button type="button" className="import-restore" onClick={() => onRole(index, 'paragraph')}>
            <Undo2 aria-hidden size={14} />
            {t('importing.restore')}
          </button>
        </span>
      ) : null}
    </li>
  )
})
