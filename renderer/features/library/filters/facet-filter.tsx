import { useEffect, useState } from 'react'
import type { MessageKey } from '#core/locale/translate.ts'
import { call } from '#renderer/bridge/client.ts'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { ChoiceList } from './choice-list.tsx'

type FacetFilterProps = {
  facet: 'authors' | 'sections' | 'kinds' | 'assignees'
  /** How a value is shown, if not as it is. */
  nameOf?: (value: string) => string
  label: MessageKey
  /** The label of no choice. */
  any: MessageKey
  value: string
  onChoose: (value: string) => void
}

/** Filters by author, section or kind. The options are fetched when it is opened. */
export function FacetFilter({ facet, nameOf, label, any, value, onChoose }: FacetFilterProps) {
  const t = useT()
  const [found, setFound] = useState<readonly string[] | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    let isShown = true
    call('articles.facets', {}).then(
      (facets) => isShown && setFound(facets[facet].map((each) => (typeof each === 'string' ? each : each.name))),
      (refusal: unknown) => isShown && setError(refusal),
    )
    return () => {
      isShown = false
    }
  }, [facet])
  if (error !== null) return <ErrorText error={error} />
  if (found === null) return <Progress label={t('common.loading')} />
  // The service lists the most frequent values; the chosen one may be missing.
  const values = value === '' || found.includes(value) ? found : [value, ...found]
  return (
    <ChoiceList
      label={t(label)}
      options={[
        { value: '', label: t(any) },
        ...values.map((each) => ({ value: each, label: nameOf?.(each) ?? each })),
      ]}
      value={value}
      hasNames
      onChoose={onChoose}
    />
  )
}
