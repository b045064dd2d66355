import { useCallback, useState } from 'react'
import { Check } from 'lucide-react'
import type { CallOutput } from '#core/contract/contract.ts'
import type { ImportedLine, LineRole } from '#core/import/text/lines.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { Frame } from '#renderer/ui/frame.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { LineRow } from './line-row.tsx'
import { countRoles, withRole } from './roles.ts'

type ReviewStepProps = {
  found: Extract<CallOutput<'import.recognise'>, { kind: 'lines' }>
  error: unknown
  isWorking: boolean
  onAccept: (lines: ImportedLine[], section: string) => void
  onAgain: () => void
}

/** Shows the role of each line, for a person to correct and accept. */
export function ReviewStep({ found, error, isWorking, onAccept, onAgain }: ReviewStepProps) {
  const t = useT()
  const [lines, setLines] = useState(found.lines)
  const [section, setSection] = useState(found.section)
  const onRole = useCallback(
    (index: number, role: LineRole) => setLines((current) => withRole(current, index, role)),
    [],
  )
  return (
    <div className="import-review">
      <Frame title={t('importing.review-title')}>
        <p className="import-lead">{t('importing.review-lead')}</p>
        {found.warnings.map((warning) => (
          <Banner key={warning} tone={warning === 'figure-without-image' ? 'info' : 'attention'}>
            {t(`importing.warning-${warning}`)}
          </Banner>
        ))}
        <ol className="import-lines" aria-label={t('importing.lines')}>
          {lines.map((line, index) => (
            // The lines stay; only their roles change.
            // oxlint-disable-next-line react/no-array-index-key
            <LineRow key={index} line={line} index={index} onRole={onRole} />
          ))}
        </ol>
      </Frame>
      <footer className="import-footer">
        <div className="import-footer-row">
          <TextField label={t('importing.section')} value={section} onChange={setSection} maxLength={500} />
          <p className="import-summary" role="status">
            {t('importing.summary', countRoles(lines))}
          </p>
          <ErrorText error={error} />
          <Button onPress={onAgain}>{t('importing.again')}</Button>
          <Button
            variant="primary"
            icon={<Check aria-hidden size={16} />}
            isPending={isWorking}
            onPress={() => onAccept(lines, section)}
          >
            {t('importing.accept')}
          </Button>
        </div>
      </footer>
    </div>
  )
}
