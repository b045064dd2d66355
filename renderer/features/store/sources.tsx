import { useCallback, useEffect, useState } from 'react'
import type { CallOutput } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Point } from '#core/contract/history.ts'
import { call } from '#renderer/bridge/client.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { ExactTime } from '#renderer/ui/exact-time.tsx'

/** How many versions are shown at first: the last one is nearly always the right one. */
const SHOWN_AT_FIRST = 3

type Found = { points: readonly Point[]; backups: CallOutput<'store.sources'>['backups'] }

/** @returns whether a version can be read: reading checks its hash. */
async function isReadable(id: string, hash: string): Promise<boolean> {
  try {
    await call('history.read', { id, hash })
    return true
  } catch (error) {
    if (error instanceof ContractError && error.code === 'article-damaged') return false
    throw error
  }
}

/** @returns the versions from the newest sound one on. */
async function soundPoints(id: string): Promise<readonly Point[]> {
  const { points } = await call('history.points', { id })
  for (const [index, { hash }] of points.entries()) {
    // One by one, newest first: the newest is nearly always sound, and the others need not be read.
    // oxlint-disable-next-line no-await-in-loop
    if (await isReadable(id, hash)) return points.slice(index)
  }
  return []
}

type SourcesProps = {
  id: string
  onBack: () => void
  /** Shows all versions of the article. */
  onVersions: () => void
}

/** Lists the sound copies of a damaged article, each with a button that restores it. */
export function Sources({ id, onBack, onVersions }: SourcesProps) {
  const t = useT()
  const [found, setFound] = useState<Found | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [working, setWorking] = useState<string | null>(null)
  const load = useCallback(() => {
    Promise.all([soundPoints(id), call('store.sources', { id })]).then(
      ([points, { backups }]) => setFound({ points, backups }),
      setError,
    )
  }, [id])
  useEffect(load, [load])
  async function bringBack(from: string, work: () => Promise<unknown>): Promise<void> {
    setWorking(from)
    setError(null)
    try {
      await work()
      onBack()
    } catch (refusal) {
      setError(refusal)
    } finally {
      setWorking(null)
    }
  }
  if (found === null && error === null) return <Progress label={t('common.loading')} />
  const hasNone = found !== null && found.points.length === 0 && found.backups.length === 0
  return (
    <div className="store-sources">
      <ErrorText error={error} />
      {hasNone ? (
        <>
          <p>{t('store.no-sources')}</p>
          <Button onPress={load}>{t('store.retry')}</Button>
        </>
      ) : null}
      <ul className="store-list">
        {found?.points.slice(0, SHOWN_AT_FIRST).map(({ key, hash, at, by }) => (
          <li key={key}>
            <span>{t('store.from-revision')}</span>
            <span className="store-soft">
              <ExactTime at={at} /> · <bdi>{by}</bdi>
            </span>
            <Button
              isPending={working === hash}
              isDisabled={working !== null && working !== hash}
              onPress={() => void bringBack(hash, () => call('history.restore', { id, hash }))}
              testId="bring-back"
            >
              {t('store.bring-back')}
            </Button>
          </li>
        ))}
        {found !== null && found.points.length > SHOWN_AT_FIRST ? (
          <li>
            <Button onPress={onVersions}>{t('store.all-points')}</Button>
          </li>
        ) : null}
        {found?.backups.map(({ path, savedAt }) => (
          <li key={path}>
            <span>{t('store.from-backup')}</span>
            <span className="store-soft">
              <ExactTime at={savedAt} />
            </span>
            <Button
              isPending={working === path}
              isDisabled={working !== null && working !== path}
              onPress={() => void bringBack(path, () => call('store.restoreArticle', { id, path }))}
              testId="bring-back"
            >
              {t('store.bring-back')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
