import { useT } from '#renderer/ui/locale.tsx'
import { Segmented } from '#renderer/ui/segmented.tsx'
import type { Mode, WritingMode } from '../mode.ts'

type ModeSwitchProps = {
  mode: Mode
  onMode: (mode: WritingMode) => void
}

/** Switches between editing the article and proposing changes to it. It has the same place on every article. */
export function ModeSwitch({ mode, onMode }: ModeSwitchProps) {
  const t = useT()
  return (
    <Segmented<WritingMode>
      label={t('proposals.mode')}
      value={mode === 'propose' ? mode : 'edit'}
      onChange={onMode}
      options={[
        { value: 'edit', label: t('proposals.mode-edit') },
        { value: 'propose', label: t('proposals.mode-propose') },
      ]}
    />
  )
}
