import { useEffect, useState } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import type { Job } from './use-job.ts'

/** The progress of a job, with a button that cancels it. A quick job shows nothing, so that nothing flickers. */
export function JobProgress({ job }: { job: Job }) {
  const t = useT()
  const isRunning = job.progress !== null
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    if (!isRunning) return
    const timer = setTimeout(() => setShown(true), 300)
    return () => {
      clearTimeout(timer)
      setShown(false)
    }
  }, [isRunning])
  if (job.progress === null || !isShown) return null
  return (
    <div className="export-progress" role="status">
      <progress value={job.progress.done} max={job.progress.total} aria-label={t('publish.working')} />
      <Button onPress={job.cancel}>{t('common.cancel')}</Button>
    </div>
  )
}
