import { useState } from 'react'
import { ExternalLink, FileCheck, PenLine } from 'lucide-react'
import type { HandoverFile, HandoverPreview } from '#core/contract/handover.ts'
import { call } from '#renderer/bridge/client.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { HandoverCard } from './handover-card.tsx'

type TakeHandoverProps = {
  file: HandoverFile
  found: HandoverPreview
  /** Opens the article, which is here then. */
  onOpen: (id: string) => void
  /** Called instead of opening it once it was taken in; left out where it is opened. */
  onTaken?: () => void
  /** Whether it is one of several below a heading. */
  isListed?: boolean
}

/** A hand-over that can be taken in. */
export function TakeHandover({ file, found, onOpen, onTaken, isListed = false }: TakeHandoverProps) {
  const t = useT()
  const [error, setError] = useState<unknown>(null)
  const [isWorking, setWorking] = useState(false)
  const isClash = found.effect === 'clash'
  function take(): void {
    setError(null)
    setWorking(true)
    call('handover.take', { file, clashes: isClash ? 'propose' : 'refuse' })
      .then(({ id }) => (onTaken === undefined ? onOpen(id) : onTaken()), setError)
      .finally(() => setWorking(false))
  }
  return (
    <HandoverCard found={found} isListed={isListed}>
      {found.effect === 'nothing' ? (
        <Button icon={<ExternalLink aria-hidden size={16} />} onPress={() => onOpen(found.id)}>
          {t('importing.open-known')}
        </Button>
      ) : (
        <Button
          variant="primary"
          icon={isClash ? <PenLine aria-hidden size={16} /> : <FileCheck aria-hidden size={16} />}
          isPending={isWorking}
          onPress={take}
        >
          {t(isClash ? 'handover.take-proposing' : 'handover.take')}
        </Button>
      )}
      <ErrorText error={error} />
    </HandoverCard>
  )
}
