import { useEffect, useState } from 'react'
import { call } from '#renderer/bridge/client.ts'
import { useSettings } from '#renderer/bridge/settings.tsx'

/** @returns the default folder: the last one used, else the home folder; empty until it is loaded. */
export function useExportFolder(): { folder: string; error: unknown } {
  const { exportFolder } = useSettings().settings
  const [home, setHome] = useState('')
  const [error, setError] = useState<unknown>(null)
  const isFirst = exportFolder === ''
  useEffect(() => {
    if (!isFirst) return
    call('publish.folders', { folder: null }).then(
      ({ folder }) => setHome(folder),
      (refusal: unknown) => setError(refusal),
    )
  }, [isFirst])
  return { folder: isFirst ? home : exportFolder, error: isFirst ? error : null }
}
