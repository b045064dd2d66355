import { useT } from '#renderer/ui/locale.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import type { Mode, WritingMode } from '../mode.ts'

type ModeSwitchProps = {
  mode: Mode
  /** Whether the article itself can be written. */
  canEdit: boolean
  onMode: (mode: WritingMode) => void
}

/** What the switch shows: whoever may not edit, or looks at what changed, only reads. */
type Shown = WritingMode | 'read'

/** Switches between the article and proposing changes to it. It has the same place on every article. */
export function ModeSwitch({ mode, canEdit, onMode }: ModeSwitchProps) {
  const t = useT()
  const isReading = mode === 'since' || !canEdit
  const shown: readonly Shown[] = [
    ...(isReading ? (['read'] as const) : []),
    ...(canEdit ? (['edit'] as const) : []),
    'propose',
  ]
  return (
    <Segmented<Shown>
      label={t('proposals.mode')}
      value={mode === 'propose' ? mode : isReading ? 'read' : 'edit'}
      onChange={(chosen) => onMode(chosen === 'propose' ? 'propose' : 'edit')}
      options={shown.map((value) => ({ value, label: t(`proposals.mode-${value}`) }))}
    />
  )
}
